import { systemClock } from "./clock.js";
import { visitId } from "./identifiers.js";
import { MEDIA_EVENTS } from "./media.js";
import {
  type AttachOptions,
  beaconAddress,
  complaint,
  contextOf,
  heartbeatMillis,
  type Report,
} from "./options.js";
import { Outbox } from "./outbox.js";
import { pageHidden, viewerActed, watchPage } from "./page.js";
import { Tracker } from "./tracker.js";
import { httpTransport } from "./transport.js";

export type {
  Interval,
  PlaybackEvent,
  PlaybackType,
  PlayerState,
  StartReason,
} from "./event.js";
export type { AttachOptions, Context, Fate, Report } from "./options.js";

/** A player that is being reported. */
export interface Attachment {
  /** For adaptive players: which rendition plays now. */
  quality(rendition: { bitrateKbps?: number; height?: number }): void;
  /** Ends the view, sends what is left and lets go of the player. */
  detach(): void;
}

const attached = new WeakMap<HTMLMediaElement, Attachment>();

/**
 * Reports what the viewer does with this player, from now until `detach()` or the page's end.
 * Attaching a player again replaces the former attachment. Nothing here ever throws into the page:
 * wrong options are told on the console and report nothing.
 */
export function attach(video: HTMLVideoElement, options: AttachOptions): Attachment {
  try {
    const wrong = complaint(options);
    if (wrong === null) {
      attached.get(video)?.detach();
      const attachment = report(video, options);
      attached.set(video, attachment);
      return attachment;
    }
    console.error(`viewstream: ${wrong}; nothing is reported`);
  } catch (failure) {
    console.error("viewstream: nothing is reported", failure);
  }
  return { quality: () => {}, detach: () => {} };
}

function report(video: HTMLVideoElement, options: AttachOptions): Attachment {
  const outbox = new Outbox(
    httpTransport(beaconAddress(options), systemClock),
    { key: options.writeKey, context: contextOf(options, visitId) },
    systemClock,
    Math.random,
    (fate: Report) => safely(() => options.onReport?.(fate)),
  );
  const { videoId } = options;
  const tracker = new Tracker(
    video,
    {
      videoId: typeof videoId === "function" ? videoId : () => videoId,
      startReason: options.startReason,
      viewerActed,
      hidden: pageHidden,
    },
    systemClock,
    heartbeatMillis(options),
    (event) => outbox.add(event),
  );

  const listeners = MEDIA_EVENTS.map((name) => ({
    name,
    hear: () => safely(() => tracker.on(name)),
  }));
  for (const { name, hear } of listeners) {
    video.addEventListener(name, hear);
  }
  const forgetPage = watchPage({
    hidden: () =>
      safely(() => {
        tracker.hidden();
        outbox.handOver();
      }),
    leaving: () =>
      safely(() => {
        tracker.leave();
        outbox.handOver();
      }),
    back: () => safely(() => tracker.comeBack()),
  });

  let detached = false;
  return {
    quality: ({ bitrateKbps, height }) => safely(() => tracker.quality(bitrateKbps, height)),
    detach: () =>
      safely(() => {
        if (detached) {
          return;
        }
        detached = true;
        for (const { name, hear } of listeners) {
          video.removeEventListener(name, hear);
        }
        tracker.close();
        // The page may yet be left before the rest has arrived.
        outbox.close(forgetPage);
      }),
  };
}

/** Whatever goes wrong in here is no reason for the page to fail. */
function safely(task: () => void): void {
  try {
    task();
  } catch (failure) {
    console.warn("viewstream:", failure);
  }
}
