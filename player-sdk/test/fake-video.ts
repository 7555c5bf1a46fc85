import type { Media, MediaEvent } from "../src/media.js";
import type { FakeClock } from "./fake-clock.js";

const TIMEUPDATE_MS = 250;

/**
 * A media element as browsers build them: content moves with the clock, events arrive a little after
 * what they tell of, a player at its end says `pause` before `ended` and starts over when played.
 */
export class FakeVideo implements Media {
  autoplay = false;
  duration = 600;
  ended = false;
  error: MediaError | null = null;
  loop = false;
  paused = true;
  readyState = 4;
  seeking = false;
  videoHeight = 360;
  droppedVideoFrames = 0;
  hear: (event: MediaEvent) => void = () => {};

  /** What an ideal observer would have counted. */
  trulyWatched = 0;
  trulyStalled = 0;

  private position = 0;
  private readAt: number;
  private speed = 1;
  private stalled = false;
  private seekNumber = 0;

  constructor(
    private readonly clock: FakeClock,
    private readonly eventDelay = 4,
  ) {
    this.readAt = clock.monotonicMillis();
    this.tick();
  }

  get currentTime(): number {
    this.settle();
    return this.position;
  }

  get playbackRate(): number {
    return this.speed;
  }

  addEventListener(): void {}
  removeEventListener(): void {}

  getVideoPlaybackQuality(): VideoPlaybackQuality {
    return { droppedVideoFrames: this.droppedVideoFrames } as VideoPlaybackQuality;
  }

  /** Plays; the first frame or the next one comes after `waitMillis`. */
  play(waitMillis = 0): void {
    this.settle();
    if (this.ended) {
      this.ended = false;
      this.seek(0);
    }
    this.paused = false;
    this.fire("play");
    if (waitMillis > 0) {
      this.readyState = 1;
      this.fire("waiting");
      this.clock.after(waitMillis, () => this.feed());
    } else if (this.readyState >= 3) {
      this.fire("playing");
    }
  }

  pause(): void {
    this.settle();
    this.paused = true;
    this.fire("pause");
  }

  /** Jumps; the content there is ready after `waitMillis`. */
  seek(toSeconds: number, waitMillis = 0): void {
    this.settle();
    if (this.moving()) {
      this.fire("waiting");
    }
    this.ended = false;
    this.position = toSeconds;
    this.seeking = true;
    this.stalled = false;
    this.readyState = 1;
    this.fire("seeking");
    const number = ++this.seekNumber;
    this.clock.after(Math.max(waitMillis, 2 * this.eventDelay), () => {
      if (number === this.seekNumber) {
        this.settle();
        this.seeking = false;
        this.fire("seeked");
        this.feed();
      }
    });
  }

  /** Runs dry for a while. */
  stall(millis: number): void {
    this.settle();
    this.stalled = true;
    this.readyState = 2;
    this.fire("waiting");
    this.clock.after(millis, () => this.feed());
  }

  rate(speed: number): void {
    this.settle();
    this.speed = speed;
    this.fire("ratechange");
  }

  /** The device sleeps or the page is put aside: time goes by, nothing moves. */
  sleep(millis: number): void {
    this.settle();
    this.clock.sleep(millis);
    this.readAt = this.clock.monotonicMillis();
  }

  /** Another source takes the place of this one. */
  load(): void {
    this.settle();
    this.position = 0;
    this.paused = true;
    this.ended = false;
    this.fire("emptied");
    this.fire("loadstart");
  }

  fail(code: number, message: string): void {
    this.settle();
    this.readyState = 0;
    this.error = { code, message } as MediaError;
    this.fire("error");
  }

  fire(event: MediaEvent): void {
    this.clock.after(this.eventDelay, () => this.hear(event));
  }

  private feed(): void {
    this.settle();
    this.stalled = false;
    this.readyState = 4;
    if (!this.paused && !this.seeking) {
      this.fire("playing");
    }
  }

  private tick(): void {
    this.clock.after(TIMEUPDATE_MS, () => {
      this.settle();
      if (this.moving()) {
        this.hear("timeupdate");
      }
      this.tick();
    });
    this.clock.after(this.untilEnd(), () => this.settle());
  }

  private untilEnd(): number {
    const left = ((this.duration - this.position) * 1000) / this.speed;
    return Math.min(left, TIMEUPDATE_MS);
  }

  private moving(): boolean {
    return !this.paused && !this.seeking && !this.ended && this.readyState >= 3;
  }

  /** Brings the content to where the clock says. */
  private settle(): void {
    const now = this.clock.monotonicMillis();
    const passed = now - this.readAt;
    this.readAt = now;
    if (this.stalled && !this.paused) {
      this.trulyStalled += passed;
    }
    if (!this.moving()) {
      return;
    }
    const left = ((this.duration - this.position) * 1000) / this.speed;
    this.trulyWatched += Math.min(passed, left);
    this.position += (Math.min(passed, left) * this.speed) / 1000;
    if (passed >= left) {
      this.reachEnd();
    }
  }

  private reachEnd(): void {
    this.position = this.duration;
    if (this.loop) {
      this.position = 0;
      this.seek(0);
      return;
    }
    this.ended = true;
    this.paused = true;
    this.fire("timeupdate");
    this.fire("pause");
    this.fire("ended");
  }
}
