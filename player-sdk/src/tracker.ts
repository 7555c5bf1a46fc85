import type { Clock } from "./clock.js";
import type { PlaybackEvent, StartReason } from "./event.js";
import { Heartbeat } from "./heartbeat.js";
import { canPlayOn, type Media, type MediaEvent } from "./media.js";
import { Playback } from "./playback.js";
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

/** A player that rests keeps its heartbeat, but a slow one. */
const RESTING_HEARTBEAT_MS = 30_000;

/** Tells when views of a media element begin and end, and each of them what the element does. */
export class Tracker {
  private view: View | null = null;
  private playback: Playback | null = null;
  private bitrateKbps: number | undefined;
  /** The page was left; what the element does meanwhile nobody sees. */
  private away = false;
  /** When loading was asked for, monotonic milliseconds. */
  private loadedAt: number;
  private readonly heartbeat: Heartbeat;

  constructor(
    private readonly media: Media,
    private readonly surroundings: Surroundings,
    private readonly clock: Clock,
    heartbeatMillis: number,
    private readonly send: (event: PlaybackEvent) => void,
  ) {
    this.loadedAt = clock.monotonicMillis();
    this.heartbeat = new Heartbeat(
      clock,
      () =>
        this.playback?.resting ? Math.max(heartbeatMillis, RESTING_HEARTBEAT_MS) : heartbeatMillis,
      () => this.playback?.beat(surroundings.hidden()),
    );
    this.join();
  }

  /** Takes in an event of the media element. */
  on(event: MediaEvent): void {
    if (!this.away) {
      this.handlers[event]();
    }
  }

  /** The page went out of sight and may never come back: says where things stand. */
  hidden(): void {
    if (this.playback && !this.away) {
      this.heartbeat.now();
    }
  }

  /** The page is left, perhaps for the browser's back-forward cache. */
  leave(): void {
    if (!this.away) {
      this.playback?.stop();
    }
    this.heartbeat.stop();
    this.away = true;
  }

  /** The page came back out of the back-forward cache: the same view goes on. */
  comeBack(): void {
    this.away = false;
    if (this.playback) {
      this.playback.comeBack();
      this.heartbeat.start();
      if (!this.playback.ended && !this.media.paused) {
        this.playback.resume();
      }
    }
  }

  /** The rendition changed, as an adaptive player knows it. */
  quality(bitrateKbps: number | undefined, height: number | undefined): void {
    this.bitrateKbps = bitrateKbps;
    if (this.view && !this.away) {
      this.view.bitrateKbps = bitrateKbps;
      this.playback?.quality(height);
    }
  }

  /** Ends the view. */
  close(): void {
    this.leave();
    this.forget();
  }

  private readonly handlers: Record<MediaEvent, () => void> = {
    loadstart: () => {
      this.loadedAt = this.clock.monotonicMillis();
    },
    play: () => this.play(),
    playing: () => this.playing(),
    waiting: () => this.playback?.waiting(),
    timeupdate: () => {
      this.playback?.moved();
      this.heartbeat.look();
    },
    ratechange: () => this.playback?.advance(),
    seeking: () => this.playback?.seeking(),
    seeked: () => this.playback?.seeked(),
    pause: () => this.playback?.pause(),
    ended: () => this.playback?.end(),
    resize: () => this.playback?.resized(),
    emptied: () => {
      this.playback?.lose();
      this.forget();
    },
    error: () => this.fail(),
  };

  private play(): void {
    if (!this.playback || this.playback.ended) {
      this.open();
    } else {
      this.playback.resume();
      this.heartbeat.start();
    }
  }

  private playing(): void {
    if (!this.media.paused) {
      if (this.playback?.ended) {
        this.open();
      }
      this.playback?.playing();
    }
  }

  /** A player that was playing before we were there: its startup is nobody's to know. */
  private join(): void {
    if (!this.media.paused && !this.media.ended) {
      const known = canPlayOn(this.media) ? null : this.loadedAt;
      const playback = this.open(known);
      if (known === null) {
        playback.playing();
      }
    }
  }

  private fail(): void {
    // A video that is to start by itself and cannot be loaded never gets as far as `play`.
    const playback = this.playback ?? (this.media.autoplay ? this.open() : null);
    playback?.fail();
    this.forget();
  }

  private open(askedAt?: number | null): Playback {
    const { media, clock, surroundings } = this;
    const reason = this.startReason();
    const asked = reason === "autoplay" ? this.loadedAt : clock.monotonicMillis();
    const view = new View(surroundings.videoId(), media, clock, this.send);
    view.bitrateKbps = this.bitrateKbps;
    this.view = view;
    this.playback = new Playback(
      view,
      media,
      clock,
      askedAt === undefined ? asked : askedAt,
      reason,
    );
    this.heartbeat.start();
    return this.playback;
  }

  private startReason(): StartReason {
    const acted = this.surroundings.viewerActed();
    const first = this.playback === null;
    return (
      this.surroundings.startReason ??
      (first && this.media.autoplay && !acted ? "autoplay" : acted === false ? "api" : "click")
    );
  }

  private forget(): void {
    this.heartbeat.stop();
    this.view = null;
    this.playback = null;
  }
}
