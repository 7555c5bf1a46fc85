import type { OwnFields } from "./event.js";

/** The viewer's wish to be elsewhere, however many jumps it takes; a scrub is dozens of them. */
export class Seek {
  /** Monotonic milliseconds of the jump under way; null once it has landed. */
  private jumpedAt: number | null;
  private waited = 0;

  /**
   * @param from where the viewer left, content milliseconds
   * @param to where the first jump goes
   * @param at monotonic milliseconds of that jump
   * @param looping whether it is only a loop's way back to the start
   */
  constructor(
    private readonly from: number,
    private to: number,
    at: number,
    readonly looping: boolean,
  ) {
    this.jumpedAt = at;
  }

  get landed(): boolean {
    return this.jumpedAt === null;
  }

  /** On to another place, before or after having landed. */
  jump(to: number, at: number): void {
    this.to = to;
    this.jumpedAt ??= at;
  }

  /** The content at the new place is ready. */
  land(at: number): void {
    this.waited += this.jumpedAt === null ? 0 : at - this.jumpedAt;
    this.jumpedAt = null;
  }

  fields(): OwnFields {
    return {
      from_ms: Math.round(this.from),
      to_ms: Math.round(this.to),
      wait_ms: Math.round(this.waited),
    };
  }
}
