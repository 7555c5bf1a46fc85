import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffMillis } from "../src/backoff.js";
import { outcomeOf } from "../src/transport.js";
import { FakeClock } from "./fake-clock.js";

const clock = new FakeClock();
const none = new Headers();

test("only what a repetition can change is tried again", () => {
  for (const status of [200, 202, 204]) {
    assert.equal(outcomeOf(status, none, clock).kind, "accepted");
  }
  for (const status of [400, 401, 404, 413, 415]) {
    assert.equal(outcomeOf(status, none, clock).kind, "refused");
  }
  for (const status of [429, 500, 502, 503]) {
    assert.equal(outcomeOf(status, none, clock).kind, "failed");
  }
});

test("what the service has taken may still be invalid", () => {
  assert.deepEqual(outcomeOf(204, none, clock), { kind: "accepted", rejected: 0 });
  const some = new Headers({ "X-Events-Rejected": "3" });
  assert.deepEqual(outcomeOf(204, some, clock), { kind: "accepted", rejected: 3 });
});

test("Retry-After is seconds or a date, within reason", () => {
  const retryAfter = (value: string) => new Headers({ "Retry-After": value });
  const wait = (header: string | null): number => {
    const outcome = outcomeOf(503, header === null ? none : retryAfter(header), clock);
    return outcome.kind === "failed" ? outcome.retryAfterMillis : -1;
  };
  assert.equal(wait(null), 0);
  assert.equal(wait("7"), 7_000);
  assert.equal(wait("Thu, 01 Jan 2026 00:00:35 GMT"), 30_000);
  assert.equal(wait("Thu, 01 Jan 2020 00:00:00 GMT"), 0);
  assert.equal(wait("soon"), 0);
  assert.equal(wait("86400"), 300_000);
});

test("backoff doubles from a second to a minute and at least half of it is waited", () => {
  const longest = [1, 2, 3, 6, 7, 1_000].map((failures) => backoffMillis(failures, () => 1));
  assert.deepEqual(longest, [1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  assert.equal(
    backoffMillis(3, () => 0),
    2_000,
  );
});
