import type { Cancel, Clock } from "./clock.js";
import type { OwnFields, PlaybackType, PlayerState, StartReason } from "./event.js";
import { canPlayOn, failureOf, type Media, position } from "./media.js";
import type { Mode } from "./meter.js";
import { Seek } from "./seek.js";
import type { View } from "./view.js";

type State = "starting" | PlayerState;

/** What time counts as in each state: the wait for the first frame or after a seek is no stall. */
const MODES: Record<State, Mode> = {
  starting: "still",
  playing: "playing",
  paused: "still",
  buffering: "stalled",
  seeking: "still",
  ended: "still",
};

/** Browsers say `waiting` and at once `playing` where nobody sees anything stop. */
const SHORTEST_STALL_MS = 100;

/** Jumps that follow each other within this much are one seek. */
const SETTLED_AFTER_MS = 500;

/** A loop goes back from within this much of the end to within this much of the start. */
const LOOP_MARGIN_MS = 1_000;

/** What one view goes through, from the wish to play to its end. */
export class Playback {
  private state: State = "starting";
  private started = false;
  private completed = false;
  private stalledAt = 0;
  private seek: Seek | null = null;
  private cancelSettling: Cancel = () => {};
  private height: number;

  /** @param askedAt monotonic milliseconds of the wish to play; null if it was before our time */
  constructor(
    private readonly view: View,
    private readonly media: Media,
    private readonly clock: Clock,
    private askedAt: number | null,
    reason: StartReason,
  ) {
    this.height = media.videoHeight;
    this.record("play", { start_reason: reason });
  }

  get ended(): boolean {
    return this.state === "ended";
  }

  get resting(): boolean {
    return this.ended || this.state === "paused";
  }

  beat(hidden: boolean): void {
    const state = this.state === "starting" ? "buffering" : this.state;
    this.record("heartbeat", { state, hidden });
  }

  resume(): void {
    this.record("resume");
    if (!this.started) {
      this.askedAt = this.clock.monotonicMillis();
      this.enter("starting");
    } else if (this.state !== "seeking") {
      this.playOn();
    }
  }

  /** Content moves, or is about to. */
  playing(): void {
    if (!this.started) {
      this.firstFrame();
    } else if (this.state === "seeking") {
      this.land();
    } else {
      this.endStall();
      this.enter("playing");
    }
  }

  waiting(): void {
    if (this.state === "playing" && !this.media.seeking) {
      this.stall();
    }
  }

  /** The player says where it is; not every browser says each time that it plays again. */
  moved(): void {
    if (this.media.seeking) {
      this.seeking();
    } else if (
      this.state !== "playing" &&
      !this.ended &&
      canPlayOn(this.media) &&
      this.view.movedTo(position(this.media))
    ) {
      this.playing();
    }
    this.view.advance();
  }

  /** Counts up to now, before something changes how time counts. */
  advance(): void {
    this.view.advance();
  }

  seeking(): void {
    if (!this.started || this.ended) {
      return;
    }
    this.cancelSettling();
    const to = position(this.media);
    const before = this.view.beforeJump();
    if (this.seek && !this.seek.looping) {
      this.seek.jump(to, before.at);
    } else {
      const looping = this.loops(before.position, to);
      this.endStall();
      this.seek = new Seek(before.position, to, before.at, looping);
    }
    this.enter("seeking", before);
    if (this.seek.looping) {
      this.complete(before);
    }
  }

  seeked(): void {
    if (this.state === "seeking" && (this.media.paused || canPlayOn(this.media))) {
      this.land();
    }
  }

  pause(): void {
    if (this.media.ended || this.resting) {
      return;
    }
    this.endStall();
    if (this.state !== "seeking") {
      this.enter("paused");
    }
    this.record("pause");
  }

  end(): void {
    if (!this.ended) {
      this.enter("ended");
      this.complete();
    }
  }

  /** The picture has the height of another rendition, or the page says which one it is. */
  quality(height: number | undefined): void {
    this.record("quality_change", height ? { height } : {});
  }

  resized(): void {
    const { videoHeight } = this.media;
    const changed = this.height > 0 && videoHeight > 0 && videoHeight !== this.height;
    this.height = videoHeight;
    if (changed) {
      this.quality(videoHeight);
    }
  }

  fail(): void {
    this.view.count("still");
    this.record("error", failureOf(this.media));
  }

  /** The player is closed or left. */
  stop(at = this.view.now()): void {
    this.view.count("still", at);
    this.record("stop", {}, at);
  }

  /** The source was taken away, and the position with it. */
  lose(): void {
    this.stop(this.view.beforeJump());
  }

  /** The page is back after a stop. */
  comeBack(): void {
    if (!this.ended) {
      this.seek = null;
      this.enter("paused");
    }
  }

  private firstFrame(): void {
    this.started = true;
    this.enter("playing");
    const waited = this.askedAt === null ? null : this.clock.monotonicMillis() - this.askedAt;
    this.record("first_frame", waited === null ? {} : { startup_ms: Math.round(waited) });
  }

  private playOn(): void {
    if (canPlayOn(this.media)) {
      this.enter("playing");
    } else {
      this.stall();
    }
  }

  private stall(): void {
    this.stalledAt = this.clock.monotonicMillis();
    this.enter("buffering");
  }

  private endStall(): void {
    if (this.state !== "buffering") {
      return;
    }
    this.enter("paused");
    if (this.clock.monotonicMillis() - this.stalledAt < SHORTEST_STALL_MS) {
      this.view.forgetStall();
    } else {
      this.record("buffer", { buffering_ms: 0 });
    }
  }

  private land(): void {
    if (!this.seek || this.media.seeking) {
      return;
    }
    this.seek.land(this.clock.monotonicMillis());
    this.enter(this.media.paused ? "paused" : "playing");
    if (this.seek.looping) {
      this.seek = null;
    } else {
      this.cancelSettling = this.clock.after(SETTLED_AFTER_MS, () => this.settle());
    }
  }

  private settle(): void {
    const { seek } = this;
    if (seek?.landed) {
      this.seek = null;
      this.record("seek", seek.fields());
    }
  }

  private loops(from: number, to: number): boolean {
    const toEnd = this.media.duration * 1000 - from;
    return this.media.loop && toEnd < LOOP_MARGIN_MS && to < LOOP_MARGIN_MS;
  }

  private complete(reading = this.view.now()): void {
    if (!this.completed) {
      this.completed = true;
      this.record("complete", {}, reading);
    }
  }

  private enter(state: State, from = this.view.now()): void {
    this.view.count(MODES[state], from);
    this.state = state;
  }

  /** Whatever comes after a seek that has landed comes after it in the report as well. */
  private record(type: PlaybackType, own: OwnFields = {}, reading = this.view.now()): void {
    this.settle();
    this.view.record(type, own, reading);
  }
}
