// Lets the reporter of @svta/cml-cmcd, alone and in Node, say all that the standard lets a player
// say, and prints one line of JSON, like play.mjs.
//
//   node report.mjs http://127.0.0.1:8080/api/v1/cmcd/WRITE_KEY VIDEO_ID
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CMCD_KEYS,
  CmcdEventType,
  CmcdPlayerState,
  CmcdReporter,
  toCmcdValue,
} from "@svta/cml-cmcd";
import { Recorder } from "./recorder.mjs";

const LARGEST = 999_999_999_999_999;
const ODD_TEXT = `say "hello" \\ (a;b),c=?1 ~`;

const [target, video] = process.argv.slice(2);
if (!video) {
  console.error("usage: node report.mjs TARGET_URL VIDEO_ID");
  process.exit(2);
}

const library = join(import.meta.dirname, "node_modules/@svta/cml-cmcd/package.json");
const { version } = JSON.parse(readFileSync(library, "utf8"));
const recorder = new Recorder(target);
try {
  const url = new URL(target.replace(/^https?:\/\/[^/]+/, await recorder.open()));
  url.search = new URLSearchParams({ player: "cml-cmcd", player_version: version });
  await report(url.href);
  console.log(JSON.stringify({ player: "cml-cmcd", version, requests: recorder.requests }));
} finally {
  await recorder.close();
}

/** One session, some reports to a request. */
async function report(url) {
  const sent = [];
  const events = Object.values(CmcdEventType);
  const state = everything();
  const enabledKeys = [...new Set([...CMCD_KEYS, ...Object.keys(state)])];
  const reporter = new CmcdReporter(
    { cid: video, version: 2, eventTargets: [{ url, events, enabledKeys, batchSize: 5 }] },
    ({ url, ...request }) => {
      const reply = fetch(url, request);
      sent.push(reply);
      return reply;
    },
  );
  reporter.update(state);
  reporter.start();
  for (const sta of Object.values(CmcdPlayerState)) {
    reporter.update({ sta });
  }
  reporter.update({ sta: CmcdPlayerState.PLAYING, pr: 1.25, bg: true, br: [3_000] });
  reporter.update({ pr: 0, bg: false, br: [labelled(800, "v"), labelled(64, "a")] });
  for (const event of events) {
    reporter.recordEvent(event, { h: "cdn.example", cen: ODD_TEXT, url: "https://cdn.example/1" });
  }
  reporter.recordEvent(CmcdEventType.ERROR, { ec: ["E1", ODD_TEXT, ""] });
  // It says the bitrate of all tracks together only where it has none of each.
  reporter.update({ br: undefined, lb: undefined, tb: undefined });
  reporter.recordEvent(CmcdEventType.TIME_INTERVAL);
  reporter.update({ sid: ODD_TEXT, msd: 0, pt: LARGEST, dfa: 0 });
  reporter.recordEvent(CmcdEventType.SKIP);
  reporter.stop(true);
  await Promise.all(sent);
}

/** A value for each key of a request, and keys of a customer's own. */
function everything() {
  const numbers = [labelled(2_500, "v"), labelled(128, "a"), 2_628];
  const lists = "ab bl br bsa bsd bsda lab lb mtp pb tab tb tbl tpb".split(" ");
  return {
    ...Object.fromEntries(lists.map((key) => [key, numbers])),
    bs: true,
    cdn: "cdn-7.example",
    cs: ODD_TEXT,
    d: 2_002,
    dfa: 3,
    dl: 1_900,
    ec: ["404"],
    ltc: 3_200,
    msd: 412,
    nor: [toCmcdValue("7.m4s", { r: "0-99" }), "8.m4s"],
    nr: true,
    ot: "av",
    pt: 1_500,
    rtp: 4_100,
    sf: "h",
    st: "ll",
    su: true,
    "com.example-text": ODD_TEXT,
    "com.example-flag": true,
    "com.example-whole": -LARGEST,
    "com.example-fraction": 0.125,
  };
}

function labelled(number, object) {
  return toCmcdValue(number, { [object]: true });
}
