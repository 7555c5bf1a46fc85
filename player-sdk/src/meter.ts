import type { Interval, PlaybackEvent } from "./event.js";

/** The player at one instant. */
export interface Reading {
  /** Monotonic milliseconds. */
  readonly at: number;
  /** Position in the content, milliseconds. */
  readonly position: number;
  /** Playback rate; 2 plays a minute of content in half a minute. */
  readonly rate: number;
  /** Frames dropped since the source was loaded. */
  readonly droppedFrames: number;
}

/** What the passing time counts as. */
export type Mode = "playing" | "stalled" | "still";

/** What passed since the last event, in the names of the wire. */
export type Deltas = Pick<
  PlaybackEvent,
  "watched_ms" | "played" | "buffering_ms" | "dropped_frames"
>;

/**
 * How far the content may fall behind the wall clock before the wall clock is not believed: a
 * player needs a moment to get going, a suspended device or a stall nobody announced is no watching.
 */
const LAG_ALLOWED_MS = 250;

/** A playing element tells its position at least four times a second. */
const LONGEST_GUESS_MS = 1_000;

/** A stall is looked at with every heartbeat; a longer gap means that the page was suspended. */
const LONGEST_STALL_STEP_MS = 60_000;

/** Adds up watch time, played content, stalls and dropped frames between two events. */
export class Meter {
  private mode: Mode = "still";
  private watched = 0;
  private stalled = 0;
  private dropped = 0;
  private lag = 0;
  private runFrom = 0;
  private played: Interval[] = [];

  constructor(private last: Reading) {}

  /** Where the content should be by now, known even after the player has jumped elsewhere. */
  expectedPosition(at: number): number {
    const passed = Math.min(at - this.last.at, LONGEST_GUESS_MS);
    const moved = this.mode === "playing" ? passed * this.last.rate : 0;
    return this.last.position + Math.max(0, moved);
  }

  /** Whether the content has moved on since the last reading. */
  movedTo(position: number): boolean {
    return position > this.last.position;
  }

  /** Counts the time since the last reading. */
  advance(now: Reading): void {
    const wall = Math.max(0, now.at - this.last.at);
    if (this.mode === "playing") {
      this.watched += this.believable(wall, now.position);
    } else if (this.mode === "stalled") {
      this.stalled += Math.min(wall, LONGEST_STALL_STEP_MS);
    }
    const fresh = now.droppedFrames - this.last.droppedFrames;
    this.dropped += fresh < 0 ? now.droppedFrames : fresh;
    this.last = now;
  }

  /** Counts the time so far, and what follows as the given mode. */
  enter(mode: Mode, now: Reading): void {
    this.advance(now);
    if (mode === this.mode) {
      return;
    }
    if (this.mode === "playing") {
      this.endRun();
    }
    if (mode === "playing") {
      this.runFrom = now.position;
      this.lag = 0;
    }
    this.mode = mode;
  }

  /** The stall that has just ended was none. */
  forgetStall(): void {
    this.stalled = 0;
  }

  /** Hands out what has been added up and starts anew; fractions of a millisecond are kept. */
  take(): Deltas {
    if (this.mode === "playing") {
      this.endRun();
    }
    const watched = Math.floor(this.watched);
    const stalled = Math.floor(this.stalled);
    const deltas: Deltas = {
      ...(watched > 0 && { watched_ms: watched }),
      ...(this.played.length > 0 && { played: this.played }),
      ...(stalled > 0 && { buffering_ms: stalled }),
      ...(this.dropped > 0 && { dropped_frames: this.dropped }),
    };
    this.watched -= watched;
    this.stalled -= stalled;
    this.dropped = 0;
    this.played = [];
    return deltas;
  }

  private believable(wall: number, position: number): number {
    const { rate } = this.last;
    const moved = rate > 0 ? Math.max(0, position - this.last.position) / rate : 0;
    const lag = Math.max(0, this.lag + wall - moved);
    this.lag = Math.min(lag, LAG_ALLOWED_MS);
    return wall - Math.min(wall, lag - this.lag);
  }

  /** A run ends with an event, or with a stall that ends with one: there are never more than a few. */
  private endRun(): void {
    const from = Math.round(this.runFrom);
    const to = Math.round(this.last.position);
    if (to > from) {
      this.played.push([from, to]);
    }
    this.runFrom = this.last.position;
  }
}
