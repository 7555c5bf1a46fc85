import assert from "node:assert/strict";
import { test } from "node:test";
import { near, TOLERANCE_MS } from "./near.js";
import { Player } from "./player.js";

test("a pause is not watched", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(7);
  player.video.pause();
  player.pass(5);
  player.video.play();
  player.pass(4);
  player.tracker.close();
  assert.deepEqual(player.story(), ["play", "first_frame", "pause", "resume", "stop"]);
  near(player.sum("watched_ms"), 11_000);
  near(player.last("pause").position_ms, 7_000);
  assert.equal(player.last("resume").watched_ms, undefined);
});

test("a seek tells where from, where to and how long it took", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5.1);
  player.video.seek(60, 700);
  player.pass(4.7);
  player.tracker.close();
  const seek = player.last("seek");
  near(seek.from_ms, 5_100);
  assert.equal(seek.to_ms, 60_000);
  near(seek.wait_ms, 700);
  assert.equal(player.sum("buffering_ms"), 0);
  near(player.sum("watched_ms"), 9_100);
  const [, landing] = seek.played ?? [];
  near(landing?.[0], 60_000);
  near(player.last("stop").played?.[0]?.[1], 64_000);
});

test("scrubbing is one seek", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  for (const target of [20, 30, 40]) {
    player.video.seek(target, 300);
    player.pass(0.1);
  }
  player.pass(3);
  assert.deepEqual(player.story(), ["play", "first_frame", "seek"]);
  near(player.last("seek").from_ms, 5_000);
  assert.equal(player.last("seek").to_ms, 40_000);
});

test("jumps that land at once are one seek as long as they follow each other", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  for (let target = 20; target < 60; target++) {
    player.video.seek(target);
    player.pass(0.05);
  }
  player.pass(3);
  player.video.seek(100);
  player.pass(3);
  assert.deepEqual(player.story(), ["play", "first_frame", "seek", "seek"]);
  const [scrub, jump] = player.events.filter((event) => event.type === "seek");
  near(scrub?.from_ms, 5_000);
  assert.equal(scrub?.to_ms, 59_000);
  near(scrub?.wait_ms, 40 * 8, 2 * TOLERANCE_MS);
  near(jump?.from_ms, 62_042, 2 * TOLERANCE_MS);
});

test("what happens right after a seek is told after it", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.seek(60);
  player.pass(0.1);
  player.video.pause();
  player.pass(1);
  assert.deepEqual(player.story(), ["play", "first_frame", "seek", "pause"]);
});

test("a breath is no stall", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.stall(20);
  player.pass(5.5);
  assert.deepEqual(player.types(), ["play", "first_frame", "heartbeat"]);
  assert.equal(player.sum("buffering_ms"), 0);
});

test("a seek while paused stays paused", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.pause();
  player.pass(1);
  player.video.seek(100, 200);
  player.pass(40);
  assert.deepEqual(player.story(), ["play", "first_frame", "pause", "seek"]);
  assert.equal(player.last("heartbeat").state, "paused");
  near(player.sum("watched_ms"), 5_000);
});

test("a stall is told when it has ended", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(5);
  player.video.stall(2_000);
  player.pass(4);
  assert.deepEqual(player.story(), ["play", "first_frame", "buffer"]);
  near(player.last("buffer").buffering_ms, 2_000);
  player.tracker.close();
  near(player.sum("watched_ms"), 7_000);
});

test("a heartbeat in a stall takes its part of the stall", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(8);
  player.video.stall(5_000);
  player.pass(6);
  assert.equal(player.last("heartbeat").state, "buffering");
  near(player.last("heartbeat").buffering_ms, 2_000, 300);
  near(player.sum("buffering_ms"), 5_000);
});

test("pausing or seeking ends a stall", () => {
  const player = new Player().attach();
  player.video.play();
  player.pass(3);
  player.video.stall(60_000);
  player.pass(1);
  player.video.pause();
  player.pass(1);
  player.video.seek(90);
  player.video.play();
  player.pass(1);
  player.video.stall(60_000);
  player.pass(1);
  player.video.seek(120);
  player.pass(1);
  assert.deepEqual(player.story().slice(2), [
    "buffer",
    "pause",
    "resume",
    "seek",
    "buffer",
    "seek",
  ]);
  near(player.sum("buffering_ms"), 2_000);
});
