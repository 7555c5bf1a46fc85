import type { Clock } from "./clock.js";
import type { PlaybackEvent, PlayerState, StartReason } from "./event.js";
import { Heartbeat } from "./heartbeat.js";
import { canPlayOn, failureOf, type Media, type MediaEvent, position } from "./media.js";
import type { Mode } from "./meter.js";
import { View } from "./view.js";

/** What the tracker has to know of the page around the player. */
export interface Surroundings {
  /** The video that plays; asked once for each view. */
  videoId(): string;
  /** Why playback started, where the page knows better than the browser. */
  readonly startReason?: StartReason | undefined;
  /** Whether the viewer has just clicked, tapped or pressed a key; undefined if unknown. */
  viewerActed(): boolean | undefined;
  /** Whether nobody can see the page. */
  hidden(): boolean;
}

type State = "idle" | "starting" | PlayerState;

/** What time counts as in each state: the wait for the first frame or after a seek is no stall. */
const MODES: Record<State, Mode> = {
  idle: "still",
  starting: "still",
  playing: "playing",
  paused: "still",
  buffering: "stalled",
  seeking: "still",
  ended: "still",
};

/** A player that rests keeps its heartbeat, but a slow one. */
const RESTING_HEARTBEAT_MS = 30_000;

/** A loop goes back from within this much of the end to within this much of the start. */
const LOOP_MARGIN_MS = 1_000;

interface Seek {
  readonly from: number;
  readonly since: number;
  /** A loop's way back to the start: nobody sought. */
  readonly looping: boolean;
  to: number;
}

/** Turns what a media element does into playback events. */
export class Tracker {
  private view: View | null = null;
  private state: State = "idle";
  private away = false;
  private seek: Seek | null = null;
  private height = 0;
  /** When loading or playing was asked for; null when we came too late to know. */
  private askedAt: number | null;
  private bitrateKbps: number | undefined;
  private readonly heartbeat: Heartbeat;

  constructor(
    private readonly media: Media,
    private readonly surroundings: Surroundings,
    private readonly clock: Clock,
    heartbeatMillis: number,
    private readonly send: (event: PlaybackEvent) => void,
  ) {
    this.askedAt = clock.monotonicMillis();
    this.heartbeat = new Heartbeat(
      clock,
      () => (this.resting() ? Math.max(heartbeatMillis, RESTING_HEARTBEAT_MS) : heartbeatMillis),
      () => this.view?.record("heartbeat", this.presence()),
    );
    if (!media.paused && !media.ended) {
      this.join();
    }
  }

  /** Takes in an event of the media element. */
  on(event: MediaEvent): void {
    if (!this.away) {
      this.handlers[event]();
    }
  }

  /** The page went out of sight and may never come back: says where things stand. */
  hidden(): void {
    if (this.view && !this.away) {
      this.heartbeat.now();
    }
  }

  /** The page is left, perhaps for the browser's back-forward cache. */
  leave(): void {
    if (this.view && !this.away) {
      this.view.count("still");
      this.view.record("stop");
    }
    this.heartbeat.stop();
    this.away = true;
  }

  /** The page came back out of the back-forward cache: the same view goes on. */
  comeBack(): void {
    this.away = false;
    this.seek = null;
    if (!this.view) {
      return;
    }
    this.heartbeat.start();
    if (this.state !== "ended") {
      this.enter("paused");
      if (!this.media.paused) {
        this.resume(this.view);
      }
    }
  }

  /** The rendition changed, as an adaptive player knows it. */
  quality(bitrateKbps: number | undefined, height: number | undefined): void {
    this.bitrateKbps = bitrateKbps;
    if (this.view && !this.away) {
      this.view.bitrateKbps = bitrateKbps;
      this.view.record("quality_change", height === undefined ? {} : { height });
    }
  }

  /** Ends the view. */
  close(): void {
    this.leave();
    this.end();
  }

  private readonly handlers: Record<MediaEvent, () => void> = {
    loadstart: () => {
      this.askedAt = this.clock.monotonicMillis();
    },
    play: () => this.play(),
    playing: () => this.playing(),
    waiting: () => {
      if (this.state === "playing" && !this.media.seeking) {
        this.enter("buffering");
      }
    },
    timeupdate: () => this.timeupdate(),
    ratechange: () => this.view?.advance(),
    seeking: () => this.seeking(),
    seeked: () => this.seeked(),
    pause: () => this.pause(),
    ended: () => this.ended(),
    resize: () => this.resize(),
    emptied: () => this.emptied(),
    error: () => this.failed(),
  };

  private play(): void {
    if (!this.view || this.state === "ended") {
      this.open();
    } else {
      this.resume(this.view);
    }
  }

  private open(): View {
    const view = new View(this.surroundings.videoId(), this.media, this.clock, this.send);
    const reason = this.startReason();
    if (reason !== "autoplay") {
      this.askedAt = this.clock.monotonicMillis();
    }
    view.bitrateKbps = this.bitrateKbps;
    this.view = view;
    this.seek = null;
    this.height = this.media.videoHeight;
    this.heartbeat.start();
    this.enter("starting");
    view.record("play", { start_reason: reason });
    return view;
  }

  /** The player was playing before we were there: its startup is nobody's to know. */
  private join(): void {
    this.open();
    if (canPlayOn(this.media)) {
      this.askedAt = null;
      this.playing();
    }
  }

  private startReason(): StartReason {
    const acted = this.surroundings.viewerActed();
    const first = this.view === null;
    return (
      this.surroundings.startReason ??
      (first && this.media.autoplay && !acted ? "autoplay" : acted === false ? "api" : "click")
    );
  }

  private resume(view: View): void {
    view.record("resume");
    this.heartbeat.start();
    if (!view.started) {
      this.askedAt = this.clock.monotonicMillis();
      this.enter("starting");
    } else if (this.state !== "seeking") {
      this.enter(canPlayOn(this.media) ? "playing" : "buffering");
    }
  }

  private playing(): void {
    if (this.media.paused) {
      return;
    }
    if (this.state === "ended") {
      this.open();
    }
    if (!this.view) {
      return;
    }
    if (!this.view.started) {
      this.firstFrame(this.view);
    } else if (this.state === "buffering") {
      this.enter("playing");
      this.view.record("buffer", { buffering_ms: 0 });
    } else if (this.state === "seeking") {
      this.finishSeek(this.view);
    } else {
      this.enter("playing");
    }
  }

  private firstFrame(view: View): void {
    view.started = true;
    this.enter("playing");
    const waited = this.askedAt === null ? null : this.clock.monotonicMillis() - this.askedAt;
    view.record("first_frame", waited === null ? {} : { startup_ms: Math.round(waited) });
  }

  private timeupdate(): void {
    if (!this.view) {
      return;
    }
    if (this.media.seeking) {
      this.seeking();
    } else if (
      MODES[this.state] !== "playing" &&
      this.state !== "ended" &&
      canPlayOn(this.media) &&
      this.view.movedTo(position(this.media))
    ) {
      this.playing();
    }
    this.view.advance();
    this.heartbeat.look();
  }

  private seeking(): void {
    const { view, media } = this;
    if (!view?.started || this.state === "ended") {
      return;
    }
    if (this.seek) {
      this.seek.to = position(media);
      return;
    }
    const before = view.beforeJump();
    const stalled = this.state === "buffering";
    this.seek = {
      from: before.position,
      to: position(media),
      since: before.at,
      looping: this.looped(before.position),
    };
    this.enter("seeking", before);
    if (stalled) {
      view.record("buffer", { buffering_ms: 0 }, before);
    }
    if (this.seek.looping) {
      this.complete(view, before);
    }
  }

  private looped(from: number): boolean {
    const { media } = this;
    const fromEnd = media.duration * 1000 - from;
    return media.loop && fromEnd < LOOP_MARGIN_MS && position(media) < LOOP_MARGIN_MS;
  }

  private seeked(): void {
    if (this.view && (this.media.paused || canPlayOn(this.media))) {
      this.finishSeek(this.view);
    }
  }

  private finishSeek(view: View): void {
    const { seek } = this;
    if (!seek || this.media.seeking) {
      return;
    }
    this.seek = null;
    this.enter(this.media.paused ? "paused" : "playing");
    if (!seek.looping) {
      view.record("seek", {
        from_ms: Math.round(seek.from),
        to_ms: Math.round(seek.to),
        wait_ms: Math.round(this.clock.monotonicMillis() - seek.since),
      });
    }
  }

  private pause(): void {
    const { view } = this;
    if (!view || this.media.ended || this.state === "ended" || this.state === "paused") {
      return;
    }
    const stalled = this.state === "buffering";
    if (this.state !== "seeking") {
      this.enter("paused");
    }
    if (stalled) {
      view.record("buffer", { buffering_ms: 0 });
    }
    view.record("pause");
  }

  private ended(): void {
    if (this.view && this.state !== "ended") {
      this.seek = null;
      this.enter("ended");
      this.complete(this.view);
    }
  }

  private complete(view: View, reading = view.now()): void {
    if (!view.completed) {
      view.completed = true;
      view.record("complete", {}, reading);
    }
  }

  private resize(): void {
    const { videoHeight } = this.media;
    const changed = this.height > 0 && videoHeight > 0 && videoHeight !== this.height;
    this.height = videoHeight;
    if (this.view && changed) {
      this.view.record("quality_change", { height: videoHeight });
    }
  }

  /** The source was taken away: what plays next is another view. */
  private emptied(): void {
    if (this.view) {
      const before = this.view.beforeJump();
      this.enter("idle", before);
      this.view.record("stop", {}, before);
      this.end();
    }
  }

  private failed(): void {
    // A video that is to start by itself and cannot be loaded never gets as far as `play`.
    const view = this.view ?? (this.media.autoplay ? this.open() : null);
    if (view) {
      view.count("still");
      view.record("error", failureOf(this.media));
      this.end();
    }
  }

  private end(): void {
    this.heartbeat.stop();
    this.view = null;
    this.seek = null;
    this.state = "idle";
  }

  private enter(state: State, from = this.view?.now()): void {
    this.view?.count(MODES[state], from);
    this.state = state;
  }

  private resting(): boolean {
    return this.state === "paused" || this.state === "ended";
  }

  private presence(): { state: PlayerState; hidden: boolean } {
    const { state } = this;
    const shown = state === "idle" || state === "starting" ? "buffering" : state;
    return { state: shown, hidden: this.surroundings.hidden() };
  }
}
