// One player in a page, configured to report as its own documentation says. The address tells which:
// page.html?player=hls.js&report=URL&video=ID. What can be done with it is window.player.

const parameters = new URLSearchParams(location.search);
const video = document.querySelector("video");
const url = parameters.get("report");
const contentId = parameters.get("video");
const interval = 3;
const keys =
  "ab bg bl br bs bsa bsd bsda cdn cen cid d dfa e ec lab lb ltc msd mtp ot pb pr pt rc sf sid sn st sta su tab tb tbl tpb ts ttfb ttlb url v"
    .split(" ");
const events = "abe abs ae as b bc c ce e h m pc pe pr ps rr sk t um".split(" ");

const players = {
  async "hls.js"() {
    const { default: Hls } = await import("/node_modules/hls.js/dist/hls.min.mjs");
    let reporter;
    const hls = new Hls({
      startLevel: 0,
      cmcd: {
        version: 2,
        contentId,
        eventTargets: [{ url, events, interval }],
        reporterCallback: (callback) => {
          reporter = callback;
        },
      },
    });
    hls.attachMedia(video);
    return {
      load: (folder) => hls.loadSource(`/${folder}/master.m3u8`),
      higher: () => {
        hls.nextLevel = 1;
      },
      chapter: () => reporter.recordCustomEvent("chapter", { "com.example-chapter": "2" }),
      close: () => hls.destroy(),
    };
  },

  async "dash.js"() {
    const dashjs = await import("/node_modules/dashjs/dist/modern/esm/dash.all.min.js");
    const player = dashjs.MediaPlayer().create();
    player.updateSettings({
      streaming: {
        abr: { autoSwitchBitrate: { video: false }, initialBitrate: { video: 24 } },
        cmcd: {
          enabled: true,
          version: 2,
          cid: contentId,
          // Without enabledKeys it says nothing but e, ts and v.
          eventTargets: [{ enabled: true, url, events, interval, enabledKeys: keys }],
        },
      },
    });
    player.initialize(video);
    return {
      load: (folder) => player.attachSource(`/${folder}/manifest.mpd`),
      higher: () => player.setRepresentationForTypeByIndex("video", 1),
      chapter: () => {},
      close: () => player.destroy(),
    };
  },

  async shaka() {
    await import("/node_modules/shaka-player/dist/shaka-player.compiled.js");
    const { shaka } = window;
    shaka.polyfill.installAll();
    const player = new shaka.Player();
    player.configure({
      abr: { enabled: false, defaultBandwidthEstimate: 30_000 },
      streaming: { retryParameters: { maxAttempts: 1 } },
      cmcd: {
        enabled: true,
        version: 2,
        contentId,
        // Without includeKeys it says neither its state nor its error codes.
        eventTargets: [{ enabled: true, mode: "event", url, events, interval, includeKeys: keys }],
      },
    });
    await player.attach(video);
    return {
      load: (folder) => player.load(`${location.origin}/${folder}/manifest.mpd`).catch(() => {}),
      higher: () => {
        const tracks = player.getVariantTracks().sort((a, b) => a.bandwidth - b.bandwidth);
        player.selectVariantTrack(tracks.at(-1));
      },
      chapter: () => {},
      close: () => player.destroy(),
    };
  },
};

video.muted = true;
window.player = await players[parameters.get("player")]();
