import assert from "node:assert/strict";
import { test } from "node:test";
import { Meter, type Reading } from "../src/meter.js";

function at(at: number, position: number, rate = 1): Reading {
  return { at, position, rate, droppedFrames: 0 };
}

test("nothing passed, nothing told", () => {
  assert.deepEqual(new Meter(at(0, 0)).take(), {});
});

test("fractions of a millisecond are carried over, none is lost", () => {
  const meter = new Meter(at(0, 0));
  meter.enter("playing", at(0, 0));
  let told = 0;
  for (let i = 1; i <= 1_000; i++) {
    meter.advance(at(i * 10.4, i * 10.4));
    told += meter.take().watched_ms ?? 0;
  }
  assert.equal(told, 10_400);
});

test("intervals of one run join without gap or overlap", () => {
  const meter = new Meter(at(0, 0));
  meter.enter("playing", at(0, 0.4));
  meter.advance(at(1_000, 1_000.5));
  assert.deepEqual(meter.take().played, [[0, 1_001]]);
  meter.enter("still", at(2_000, 2_000.5));
  assert.deepEqual(meter.take().played, [[1_001, 2_001]]);
  assert.equal(meter.take().played, undefined);
});

test("standing still is neither watched nor stalled", () => {
  const meter = new Meter(at(0, 0));
  meter.enter("still", at(0, 0));
  meter.advance(at(60_000, 0));
  assert.deepEqual(meter.take(), {});
});

test("the content falls a quarter of a second behind, then the wall clock is not believed", () => {
  const meter = new Meter(at(0, 0));
  meter.enter("playing", at(0, 0));
  for (let now = 250; now <= 10_000; now += 250) {
    meter.advance(at(now, 0));
  }
  assert.equal(meter.take().watched_ms, 250);
});

test("a page that was suspended in a stall did not stall for hours", () => {
  const meter = new Meter(at(0, 0));
  meter.enter("stalled", at(0, 0));
  meter.advance(at(36_000_000, 0));
  assert.equal(meter.take().buffering_ms, 60_000);
});

test("a rate of zero divides nothing", () => {
  const meter = new Meter(at(0, 0, 0));
  meter.enter("playing", at(0, 0, 0));
  meter.advance(at(10_000, 0, 0));
  assert.equal(meter.take().watched_ms, 250);
});
