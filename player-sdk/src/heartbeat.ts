import { type Cancel, type Clock, every } from "./clock.js";

const LOOK_EVERY_MS = 1_000;

/**
 * Beats once a period. Timers of hidden pages are held back by the browser, events of a playing
 * video are not, so whoever hears one may ask for a look at the clock as well.
 */
export class Heartbeat {
  private last = 0;
  private cancel: Cancel | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly periodMillis: () => number,
    private readonly beat: () => void,
  ) {}

  /** Starts a new rhythm; the first beat comes a period from now. */
  start(): void {
    this.stop();
    this.last = this.clock.monotonicMillis();
    this.cancel = every(this.clock, LOOK_EVERY_MS, () => this.look());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  /** Beats if a period has passed. */
  look(): void {
    if (this.clock.monotonicMillis() - this.last >= this.periodMillis()) {
      this.now();
    }
  }

  /** Beats ahead of time. */
  now(): void {
    this.last = this.clock.monotonicMillis();
    this.beat();
  }
}
