import assert from "node:assert/strict";
import { test } from "node:test";
import { near } from "./near.js";
import { Player } from "./player.js";

test("says nothing before anyone asks for playback", () => {
  const player = new Player().attach().pass(60);
  player.tracker.hidden();
  player.tracker.close();
  assert.deepEqual(player.events, []);
});

test("play and first frame, with the time between", () => {
  const player = new Player().attach().pass(3);
  player.video.play(800);
  player.pass(2);
  assert.deepEqual(player.types(), ["play", "first_frame"]);
  assert.equal(player.last("play").start_reason, "click");
  near(player.last("first_frame").startup_ms, 800);
  assert.equal(player.sum("buffering_ms"), 0);
});

test("an autoplaying video has been starting since it was loaded", () => {
  const player = new Player();
  player.video.autoplay = true;
  player.page.acted = false;
  player.attach().pass(2);
  player.video.play();
  player.pass(1);
  assert.equal(player.last("play").start_reason, "autoplay");
  near(player.last("first_frame").startup_ms, 2_000);
});

test("a script that plays without the viewer is the api", () => {
  const player = new Player().attach();
  player.page.acted = false;
  player.video.play();
  player.pass(1);
  assert.equal(player.last("play").start_reason, "api");
});

test("a player that was already playing has no startup time", () => {
  const player = new Player();
  player.video.play();
  player.pass(5);
  player.attach().pass(10.5);
  assert.deepEqual(player.types(), ["play", "first_frame", "heartbeat"]);
  assert.equal(player.last("first_frame").startup_ms, undefined);
  near(player.last("heartbeat").watched_ms, 10_000, 300);
});

test("heartbeats carry what passed since the event before", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(35);
  assert.deepEqual(player.types(), ["play", "first_frame", "heartbeat", "heartbeat", "heartbeat"]);
  for (const beat of player.events.slice(2)) {
    assert.equal(beat.state, "playing");
    assert.equal(beat.hidden, false);
    near(beat.watched_ms, 10_000, 300);
    assert.equal(beat.played?.length, 1);
    assert.equal(beat.played?.[0]?.[1], beat.position_ms);
    assert.equal(beat.duration_ms, 600_000);
    assert.equal(beat.rate, 1);
  }
  const [first, second] = player.events.slice(2);
  assert.deepEqual(first?.played?.[0]?.[1], second?.played?.[0]?.[0]);
});

test("events of a view are numbered from 0 and have ids of their own", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(50);
  assert.deepEqual(
    player.events.map((event) => event.seq),
    player.events.map((_, index) => index),
  );
  assert.equal(new Set(player.events.map((event) => event.event_id)).size, player.events.length);
  assert.equal(player.views().length, 1);
});

test("the end is complete, not a pause; playing again is another view", () => {
  const player = new Player().attach();
  player.video.duration = 12;
  player.video.play();
  player.pass(50);
  assert.deepEqual(player.story(), ["play", "first_frame", "complete"]);
  assert.equal(player.last("complete").position_ms, 12_000);
  assert.equal(player.last("heartbeat").state, "ended");
  near(player.sum("watched_ms"), 12_000);
  player.video.play();
  player.pass(3);
  assert.deepEqual(player.story().slice(3), ["play", "first_frame"]);
  assert.equal(player.views().length, 2);
  assert.equal(player.last("first_frame").seq, 1);
});

test("a loop completes once and stays one view", () => {
  const player = new Player().attach();
  player.video.duration = 5;
  player.video.loop = true;
  player.video.play();
  player.pass(22);
  player.tracker.close();
  assert.deepEqual(player.story(), ["play", "first_frame", "complete", "stop"]);
  assert.equal(player.views().length, 1);
  near(player.sum("watched_ms"), 22_000, 100);
});

test("a new source ends the view where it was", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(6);
  player.video.load();
  player.page.videoId = "v2";
  player.pass(1);
  player.video.play();
  player.pass(1);
  assert.deepEqual(player.story(), ["play", "first_frame", "stop", "play", "first_frame"]);
  near(player.last("stop").position_ms, 6_000);
  near(player.last("stop").watched_ms, 6_000);
  assert.equal(player.last("play").video_id, "v2");
  assert.equal(player.views().length, 2);
});

test("an error before the first frame is a failed start", () => {
  const player = new Player().attach();
  player.video.play(60_000);
  player.pass(2);
  player.video.fail(2, "x".repeat(1_000));
  player.pass(60);
  assert.deepEqual(player.types(), ["play", "error"]);
  const error = player.last("error");
  assert.equal(error.fatal, true);
  assert.equal(error.code, "MEDIA_ERR_NETWORK");
  assert.equal(error.message?.length, 256);
});

test("an autoplaying video that cannot be loaded is an attempt that failed", () => {
  const player = new Player();
  player.video.autoplay = true;
  player.attach().pass(1);
  player.video.fail(4, "");
  player.pass(1);
  assert.deepEqual(player.types(), ["play", "error"]);
});

test("a rendition of another height is a quality change", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(1);
  player.video.fire("resize");
  player.video.videoHeight = 720;
  player.video.fire("resize");
  player.pass(1);
  player.tracker.quality(4_500, 1080);
  player.pass(10);
  assert.deepEqual(player.story().slice(2), ["quality_change", "quality_change"]);
  assert.equal(player.last("quality_change").height, 1080);
  assert.equal(player.last("heartbeat").bitrate_kbps, 4_500);
});

test("content played at double speed counts double, its watch time once", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(2);
  player.video.rate(2);
  player.pass(4);
  player.tracker.close();
  near(player.sum("watched_ms"), 6_000);
  near(player.last("stop").position_ms, 10_000);
});

test("dropped frames are differences", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(1);
  player.video.droppedVideoFrames = 7;
  player.pass(11);
  player.video.droppedVideoFrames = 9;
  player.pass(10);
  assert.equal(player.last("heartbeat").dropped_frames, 2);
  assert.equal(player.sum("dropped_frames"), 9);
});

test("a device that slept did not watch", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.sleep(3_600_000);
  player.pass(5);
  player.tracker.close();
  near(player.sum("watched_ms"), 10_000, 600);
});

test("a stall that nobody announces is not watched", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.readyState = 2;
  player.pass(60);
  player.tracker.close();
  near(player.sum("watched_ms"), 5_000, 800);
});

test("going out of sight says where things stand", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(4);
  player.page.hidden = true;
  player.tracker.hidden();
  assert.equal(player.last("heartbeat").hidden, true);
  near(player.last("heartbeat").watched_ms, 4_000);
});

test("leaving stops once, coming back goes on with the same view", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(4);
  player.tracker.leave();
  player.tracker.hidden();
  player.tracker.leave();
  player.video.sleep(600_000);
  player.tracker.comeBack();
  player.pass(4);
  player.tracker.close();
  assert.deepEqual(player.types(), ["play", "first_frame", "stop", "resume", "stop"]);
  assert.equal(player.views().length, 1);
  near(player.sum("watched_ms"), 8_000, 300);
});

test("coming back to a player the browser has paused waits for the viewer", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(4);
  player.tracker.leave();
  player.video.pause();
  player.pass(1);
  player.tracker.comeBack();
  player.pass(1);
  assert.deepEqual(player.types(), ["play", "first_frame", "stop"]);
  player.video.play();
  player.pass(2);
  assert.equal(player.types().pop(), "resume");
});

test("a resting player beats every half minute", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(1);
  player.video.pause();
  player.pass(121);
  const beats = player.types().filter((type) => type === "heartbeat");
  assert.equal(beats.length, 4);
});
