import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlaybackEvent, PlaybackType } from "../src/event.js";
import type { Fate } from "../src/options.js";
import { Outbox } from "../src/outbox.js";
import { FakeClock } from "./fake-clock.js";
import { FakeTransport } from "./fake-transport.js";

class Post {
  readonly clock = new FakeClock();
  readonly service = new FakeTransport();
  readonly fates: [Fate, number[]][] = [];
  readonly outbox = new Outbox(
    this.service,
    { key: "wk", context: { platform: "web" } },
    this.clock,
    () => 1,
    ({ fate, events }) => this.fates.push([fate, events.map((event) => event.seq)]),
  );

  add(seq: number, type: PlaybackType = "pause", message?: string): void {
    const event = { type, seq, ...(message && { message }) };
    this.outbox.add(event as PlaybackEvent);
  }

  /** Lets time pass a second at a time, so that answers are taken in between. */
  async pass(seconds: number): Promise<void> {
    for (let i = 0; i < seconds; i++) {
      this.clock.pass(1_000);
      await new Promise(setImmediate);
    }
  }

  seqs(body: string | undefined): number[] {
    return JSON.parse(body ?? "{}").events.map((event: PlaybackEvent) => event.seq);
  }

  fate(fate: Fate): number[] {
    return this.fates.filter(([name]) => name === fate).flatMap(([, seqs]) => seqs);
  }
}

test("events wait for company and travel in an envelope", async () => {
  const post = new Post();
  post.add(0);
  await post.pass(1);
  post.add(1);
  assert.equal(post.service.posts.length, 0);
  await post.pass(1);
  assert.deepEqual(JSON.parse(post.service.posts[0] ?? ""), {
    sent_at: "2026-01-01T00:00:07.000Z",
    key: "wk",
    context: { platform: "web" },
    events: [
      { type: "pause", seq: 0 },
      { type: "pause", seq: 1 },
    ],
  });
  assert.deepEqual(post.fate("delivered"), [0, 1]);
});

test("a retry carries the same event bytes and the time of its own sending", async () => {
  const post = new Post();
  post.service.answer = { kind: "failed", retryAfterMillis: 0 };
  post.add(0, "pause", "ünïcode");
  await post.pass(3);
  const [first, second] = post.service.posts;
  assert.notEqual(JSON.parse(first ?? "").sent_at, JSON.parse(second ?? "").sent_at);
  const events = (body = "") => body.slice(body.indexOf('"events"'));
  assert.equal(events(first), events(second));
});

test("attempts back off to a minute and Retry-After is honoured", async () => {
  const post = new Post();
  post.service.answer = { kind: "failed", retryAfterMillis: 0 };
  post.add(0);
  await post.pass(2 + 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60);
  assert.equal(post.service.posts.length, 9);
  post.service.answer = { kind: "failed", retryAfterMillis: 200_000 };
  await post.pass(60);
  await post.pass(199);
  assert.equal(post.service.posts.length, 10);
  await post.pass(1);
  assert.equal(post.service.posts.length, 11);
});

test("later events wait while a batch is being retried, then follow in order", async () => {
  const post = new Post();
  post.service.answer = { kind: "failed", retryAfterMillis: 0 };
  post.add(0);
  await post.pass(2);
  post.add(1);
  await post.pass(30);
  post.service.answer = { kind: "accepted", rejected: 0 };
  await post.pass(40);
  assert.deepEqual(post.fate("delivered"), [0, 1]);
  assert.deepEqual(post.seqs(post.service.posts[post.service.posts.length - 1]), [1]);
});

test("what is refused is not sent again and holds nothing up", async () => {
  const post = new Post();
  post.service.answer = { kind: "refused" };
  post.add(0);
  await post.pass(60);
  assert.equal(post.service.posts.length, 1);
  assert.deepEqual(post.fate("refused"), [0]);
  post.service.answer = { kind: "accepted", rejected: 0 };
  post.add(1);
  await post.pass(2);
  assert.deepEqual(post.fate("delivered"), [1]);
});

test("a full batch leaves at once and is no larger than a closing page may send", async () => {
  const post = new Post();
  for (let seq = 0; seq < 250; seq++) {
    post.add(seq, "pause", "é".repeat(200));
  }
  await post.pass(10);
  assert.deepEqual(
    post.fate("delivered"),
    Array.from({ length: 250 }, (_, seq) => seq),
  );
  for (const body of post.service.posts) {
    assert.ok(new TextEncoder().encode(body).length < 32_000);
    assert.ok(post.seqs(body).length <= 100);
  }
});

test("a leaving page hands over what has not arrived, once", async () => {
  const post = new Post();
  post.add(0);
  post.outbox.handOver();
  post.add(1);
  post.outbox.handOver();
  post.outbox.handOver();
  assert.deepEqual(post.service.handedOver.map(post.seqs), [[0], [1]]);
  assert.deepEqual(post.fate("handed_over"), [0, 1]);
});

test("if the page lives on, what was handed over is sent once more", async () => {
  const post = new Post();
  post.add(0);
  post.outbox.handOver();
  await post.pass(2);
  assert.deepEqual(post.fate("delivered"), [0]);
  post.outbox.handOver();
  assert.equal(post.service.handedOver.length, 1);
});

test("what the browser will not take over is kept", async () => {
  const post = new Post();
  post.service.takesHandOvers = false;
  post.add(0);
  post.outbox.handOver();
  await post.pass(2);
  assert.deepEqual(post.fate("delivered"), [0]);
});

test("a full queue drops the oldest heartbeats first", async () => {
  const post = new Post();
  post.service.answer = { kind: "failed", retryAfterMillis: 300_000 };
  post.add(0);
  await post.pass(2);
  post.add(1, "play");
  post.add(2, "heartbeat");
  post.add(3, "heartbeat");
  for (let seq = 4; seq < 1_004; seq++) {
    post.add(seq);
  }
  assert.deepEqual(post.fate("dropped"), [2, 3, 1]);
});

test("closing sends the rest at once and says when it is gone", async () => {
  const post = new Post();
  let closed = false;
  post.service.answer = { kind: "failed", retryAfterMillis: 0 };
  post.add(0);
  post.outbox.close(() => {
    closed = true;
  });
  await post.pass(2);
  assert.equal(post.service.posts.length, 2);
  assert.equal(closed, false);
  post.service.answer = { kind: "accepted", rejected: 0 };
  await post.pass(60);
  assert.equal(closed, true);
});
