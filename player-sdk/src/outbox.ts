import { backoffMillis } from "./backoff.js";
import type { Cancel, Clock } from "./clock.js";
import type { PlaybackEvent } from "./event.js";
import type { Fate, Report } from "./options.js";
import type { Transport } from "./transport.js";

/** An event with the bytes it has on every attempt. */
interface Letter {
  readonly event: PlaybackEvent;
  readonly json: string;
  readonly size: number;
  handedOver: boolean;
}

/** Goes along with each batch. */
export interface Envelope {
  readonly key: string;
  readonly context: object;
}

/** Events wait this long for company. */
const LINGER_MS = 2_000;
const FULL_BATCH = 100;
/** The browser takes 64 KiB of requests that may outlive their page, all of them together. */
const FULL_BATCH_BYTES = 30_000;
const MOST_WAITING = 1_000;

/**
 * Delivers events at least once, in order, one batch at a time, for as long as the page lives. While
 * the service is away events wait; past 1 000 the oldest heartbeat is dropped, or the oldest event
 * when there is none, so that views survive longer than their seconds.
 */
export class Outbox {
  private waiting: Letter[] = [];
  private batch: Letter[] = [];
  private failures = 0;
  private cancelTimer: Cancel | null = null;
  private closing: (() => void) | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly envelope: Envelope,
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly report: (report: Report) => void,
  ) {}

  add(event: PlaybackEvent): void {
    const json = JSON.stringify(event);
    this.waiting.push({ event, json, size: bytes(json), handedOver: false });
    this.tell("queued", this.waiting.slice(-1));
    if (this.waiting.length > MOST_WAITING) {
      this.drop();
    }
    if (this.batch.length === 0) {
      this.schedule();
    }
  }

  /**
   * The page is leaving: leaves a copy of what has not arrived with the browser. What was left is
   * sent again by the usual way if the page lives on, for nobody says whether a copy arrived, and
   * the service counts an event once.
   */
  handOver(): void {
    let rest = [...this.batch, ...this.waiting].filter((letter) => !letter.handedOver);
    while (rest.length > 0) {
      const part = rest.slice(0, fitting(rest));
      if (!this.transport.handOver(this.body(part))) {
        return;
      }
      for (const letter of part) {
        letter.handedOver = true;
      }
      this.tell("handed_over", part);
      rest = rest.slice(part.length);
    }
  }

  /** No more events will come: sends the rest at once, calls back when all of it is gone. */
  close(closed: () => void): void {
    this.closing = closed;
    if (this.batch.length === 0) {
      this.next();
    }
  }

  private schedule(): void {
    if (fitting(this.waiting) < this.waiting.length || this.waiting.length >= FULL_BATCH) {
      this.next();
    } else {
      this.cancelTimer ??= this.clock.after(LINGER_MS, () => this.next());
    }
  }

  private next(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.batch = this.waiting.splice(0, fitting(this.waiting));
    if (this.batch.length > 0) {
      void this.attempt();
    } else {
      this.closing?.();
    }
  }

  private async attempt(): Promise<void> {
    const outcome = await this.transport.post(this.body(this.batch));
    if (outcome.kind === "failed") {
      this.failures++;
      this.tell("delayed", this.batch);
      const wait = Math.max(backoffMillis(this.failures, this.random), outcome.retryAfterMillis);
      this.clock.after(wait, () => void this.attempt());
      return;
    }
    this.failures = 0;
    if (outcome.kind === "accepted") {
      this.tell("delivered", this.batch, outcome.rejected);
    } else {
      this.tell("refused", this.batch);
    }
    this.batch = [];
    if (this.closing) {
      this.next();
    } else if (this.waiting.length > 0) {
      this.schedule();
    }
  }

  /** The clock is read anew for each attempt: the service corrects the events' times by it. */
  private body(letters: readonly Letter[]): string {
    const { key, context } = this.envelope;
    const sentAt = new Date(this.clock.epochMillis()).toISOString();
    const head = JSON.stringify({ sent_at: sentAt, key, context }).slice(0, -1);
    return `${head},"events":[${letters.map((letter) => letter.json).join(",")}]}`;
  }

  private drop(): void {
    const heartbeat = this.waiting.findIndex((letter) => letter.event.type === "heartbeat");
    this.tell("dropped", this.waiting.splice(Math.max(heartbeat, 0), 1));
  }

  private tell(fate: Fate, letters: readonly Letter[], rejected = 0): void {
    this.report({ fate, events: letters.map((letter) => letter.event), rejected });
  }
}

/** How many of the letters, from the first on, make one batch. */
function fitting(letters: readonly Letter[]): number {
  let size = 0;
  const over = letters.findIndex((letter, index) => {
    size += letter.size + 1;
    return index > 0 && (size > FULL_BATCH_BYTES || index >= FULL_BATCH);
  });
  return over < 0 ? letters.length : over;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
