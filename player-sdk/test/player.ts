import type { PlaybackEvent } from "../src/event.js";
import { Tracker } from "../src/tracker.js";
import { FakeClock } from "./fake-clock.js";
import { FakeVideo } from "./fake-video.js";

/** A fake player on a fake page, with a tracker that writes down what it would send. */
export class Player {
  readonly clock = new FakeClock();
  readonly video: FakeVideo;
  readonly events: PlaybackEvent[] = [];
  readonly page = { hidden: false, acted: true as boolean | undefined, videoId: "v1" };
  tracker!: Tracker;

  constructor(eventDelay?: number) {
    this.video = new FakeVideo(this.clock, eventDelay);
  }

  attach(heartbeatSeconds = 10): this {
    this.tracker = new Tracker(
      this.video,
      {
        videoId: () => this.page.videoId,
        viewerActed: () => this.page.acted,
        hidden: () => this.page.hidden,
      },
      this.clock,
      heartbeatSeconds * 1000,
      (event) => this.events.push(event),
    );
    this.video.hear = (event) => this.tracker.on(event);
    return this;
  }

  pass(seconds: number): this {
    this.clock.pass(seconds * 1000);
    return this;
  }

  types(): string[] {
    return this.events.map((event) => event.type);
  }

  /** The types without the heartbeats. */
  story(): string[] {
    return this.types().filter((type) => type !== "heartbeat");
  }

  last(type: string): PlaybackEvent {
    const event = this.events.filter((other) => other.type === type).pop();
    if (!event) {
      throw new Error(`no ${type} among ${this.types().join(", ")}`);
    }
    return event;
  }

  views(): string[] {
    return [...new Set(this.events.map((event) => event.view_id))];
  }

  sum(field: "watched_ms" | "buffering_ms" | "dropped_frames"): number {
    return this.events.reduce((total, event) => total + (event[field] ?? 0), 0);
  }
}
