import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "./player.js";

/** A reproducible source of chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Half a minute or so with a viewer who cannot make up their mind. */
function play(seed: number): Player {
  const random = chance(seed);
  const player = new Player(1 + random() * 15).attach();
  const { video } = player;
  video.duration = 20 + random() * 60;
  const actions = [
    () => video.play(random() < 0.3 ? random() * 2_000 : 0),
    () => video.pause(),
    () => video.seek(random() * video.duration, random() * 1_500),
    () => video.stall(random() * 3_000),
    () => video.rate([0.5, 1, 1.5, 2][Math.floor(random() * 4)] ?? 1),
    () => player.tracker.hidden(),
  ];
  video.play(random() * 1_000);
  for (let step = 0; step < 12; step++) {
    player.clock.pass(random() * 6_000);
    const action = actions[Math.floor(random() * actions.length)];
    const idle = video.paused || video.seeking || video.readyState < 3;
    if (action !== actions[3] || !idle) {
      action?.();
    }
  }
  player.clock.pass(3_000);
  player.tracker.close();
  return player;
}

test("whatever the viewer does, the watch time is right", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const player = play(seed);
    const off = Math.abs(player.sum("watched_ms") - player.video.trulyWatched);
    assert.ok(off < 500, `seed ${seed} is ${off} ms off: ${player.types()}`);
  }
});

test("whatever the viewer does, a view is numbered densely and begins with play", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const player = play(seed);
    for (const view of player.views()) {
      const events = player.events.filter((event) => event.view_id === view);
      const types = events.map((event) => event.type);
      assert.deepEqual(
        events.map((event) => event.seq),
        events.map((_, index) => index),
      );
      assert.equal(types[0], "play");
      for (const once of ["play", "first_frame", "complete", "stop"]) {
        assert.ok(types.filter((type) => type === once).length <= 1, `seed ${seed}: ${types}`);
      }
    }
  }
});

test("whatever the viewer does, played intervals lie within the content", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const { events, video } = play(seed);
    for (const { played = [] } of events) {
      assert.ok(played.length <= 64);
      for (const [from, to] of played) {
        assert.ok(0 <= from && from < to && to <= video.duration * 1000 + 1, `seed ${seed}`);
      }
    }
  }
});
