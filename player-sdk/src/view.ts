import type { Clock } from "./clock.js";
import type { OwnFields, PlaybackEvent, PlaybackType } from "./event.js";
import { randomUuid } from "./identifiers.js";
import { type Media, read, stateOf } from "./media.js";
import { type Deltas, Meter, type Mode, type Reading } from "./meter.js";

/** One playback of one video: gives its events their identity, their order and their deltas. */
export class View {
  /** Of the rendition that plays, where the page said so. */
  bitrateKbps: number | undefined;

  private readonly id = randomUuid();
  private readonly meter: Meter;
  private seq = 0;

  constructor(
    private readonly videoId: string,
    private readonly media: Media,
    private readonly clock: Clock,
    private readonly send: (event: PlaybackEvent) => void,
  ) {
    this.meter = new Meter(read(media, clock));
  }

  /** The player as it stands; a jump has not happened until it has landed. */
  now(): Reading {
    return this.media.seeking ? this.beforeJump() : read(this.media, this.clock);
  }

  /** The player as it stood just before a jump whose event we see only now. */
  beforeJump(): Reading {
    const now = read(this.media, this.clock);
    const end = Number.isFinite(this.media.duration) ? this.media.duration * 1000 : Infinity;
    return { ...now, position: Math.min(this.meter.expectedPosition(now.at), end) };
  }

  movedTo(position: number): boolean {
    return this.meter.movedTo(position);
  }

  advance(): void {
    this.meter.advance(this.now());
  }

  count(mode: Mode, from: Reading = this.now()): void {
    this.meter.enter(mode, from);
  }

  forgetStall(): void {
    this.meter.forgetStall();
  }

  /** Sends an event that carries what passed since the one before. */
  record(type: PlaybackType, own: OwnFields, reading: Reading): void {
    this.meter.advance(reading);
    const deltas: Deltas = this.meter.take();
    this.send({
      type,
      event_id: randomUuid(),
      view_id: this.id,
      seq: this.seq++,
      timestamp: new Date(this.clock.epochMillis()).toISOString(),
      video_id: this.videoId,
      ...own,
      ...deltas,
      ...stateOf(this.media, reading),
      ...(this.bitrateKbps !== undefined && { bitrate_kbps: this.bitrateKbps }),
    });
  }
}
