import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type Attachment, attach, type Report } from "../src/viewstream.js";
import { FakePage } from "./fake-page.js";

const OPTIONS = { endpoint: "https://ingest.example/", writeKey: "wk", videoId: "v1" };

let page: FakePage;

beforeEach(() => {
  page = new FakePage();
});

afterEach(() => page.close());

function playing(options: object = {}): Attachment {
  const attachment = attach(page.video, { ...OPTIONS, ...options });
  page.say("play");
  page.say("playing");
  return attachment;
}

test("a page that is left hands over what it has, as text to the beacon endpoint", () => {
  playing({ userId: "u1", sessionId: "s1", context: { traffic_source: "search" } });
  page.fire("pagehide", { persisted: false });
  const [beacon] = page.beacons;
  assert.equal(beacon?.address, "https://ingest.example/api/v1/events/beacon");
  assert.equal(beacon?.body.key, "wk");
  assert.deepEqual(beacon?.body.context, {
    platform: "web",
    player: "html5",
    player_version: "0.1.0",
    traffic_source: "search",
    user_id: "u1",
    session_id: "s1",
  });
  assert.deepEqual(page.beaconed(), ["play", "first_frame", "stop"]);
});

test("hiding and then leaving tells each event once", () => {
  playing();
  page.hide();
  page.fire("pagehide", { persisted: false });
  page.hide();
  assert.deepEqual(page.beaconed(), ["play", "first_frame", "heartbeat", "stop"]);
});

test("a page out of the back-forward cache goes on with the same view", () => {
  playing();
  page.fire("pagehide", { persisted: true });
  page.fire("pageshow", { persisted: true });
  page.fire("pagehide", { persisted: true });
  assert.deepEqual(page.beaconed(), ["play", "first_frame", "stop", "resume", "stop"]);
  assert.equal(new Set(page.beaconedEvents().map((event) => event.view_id)).size, 1);
});

test("a first load is no coming back", () => {
  playing();
  page.fire("pageshow", { persisted: false });
  page.fire("pagehide", { persisted: false });
  assert.deepEqual(page.beaconed(), ["play", "first_frame", "stop"]);
});

test("detaching sends the rest at once and lets go of the player and the page", async () => {
  const attachment = playing();
  attachment.detach();
  attachment.detach();
  page.say("play");
  await new Promise(setImmediate);
  assert.deepEqual(page.posted(), ["play", "first_frame", "stop"]);
  assert.equal(page.listeners(), 0);
});

test("attaching again replaces the former attachment", async () => {
  playing();
  attach(page.video, OPTIONS);
  await new Promise(setImmediate);
  assert.deepEqual(page.posted(), ["play", "first_frame", "stop"]);
});

test("wrong options are told on the console and report nothing", () => {
  for (const wrong of [{ endpoint: "ingest" }, { writeKey: "" }, { videoId: "a b" }]) {
    const attachment = attach(page.video, { ...OPTIONS, ...wrong });
    attachment.quality({ height: 720 });
    attachment.detach();
  }
  assert.doesNotThrow(() => attach(page.video, undefined as never).detach());
  assert.equal(page.complaints.length, 4);
  assert.match(page.complaints[0] ?? "", /endpoint must be an http\(s\) address, not "ingest"/);
  assert.equal(page.listeners(), 0);
});

test("a listener of the page that throws harms neither page nor report", () => {
  playing({
    onReport: (_: Report) => {
      throw new Error("not mine");
    },
  });
  page.fire("pagehide", { persisted: false });
  assert.deepEqual(page.beaconed(), ["play", "first_frame", "stop"]);
});
