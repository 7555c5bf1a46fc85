import type { PlaybackEvent } from "../src/event.js";
import type { MediaEvent } from "../src/media.js";

interface Sent {
  readonly address: string;
  readonly body: { key: string; context: object; events: PlaybackEvent[] };
}

/** Counts who listens, so that tests see whether anyone was forgotten. */
class Heard extends EventTarget {
  count = 0;

  override addEventListener(type: string, hear: EventListener): void {
    this.count++;
    super.addEventListener(type, hear);
  }

  override removeEventListener(type: string, hear: EventListener): void {
    this.count--;
    super.removeEventListener(type, hear);
  }
}

/** The globals of a browser's page, put in place until closed, with one video that plays. */
export class FakePage {
  readonly beacons: Sent[] = [];
  readonly posts: Sent[] = [];
  /** What was told on the console. */
  readonly complaints: string[] = [];

  private readonly window = new Heard();
  private readonly document = Object.assign(new Heard(), { visibilityState: "visible" });
  private readonly element = Object.assign(new Heard(), {
    currentTime: 0,
    duration: 60,
    paused: true,
    playbackRate: 1,
    readyState: 4,
    videoHeight: 360,
  });
  private readonly before = new Map<string, PropertyDescriptor | undefined>();

  constructor() {
    this.put("window", this.window);
    this.put("document", this.document);
    this.put("navigator", {
      sendBeacon: (address: string, body: string) =>
        this.beacons.push({ address, body: JSON.parse(body) }) > 0,
    });
    this.put("fetch", async (address: string, { body }: { body: string }) => {
      this.posts.push({ address, body: JSON.parse(body) });
      return new Response(null, { status: 204 });
    });
    // No test here lives long enough for a timer.
    this.put("setTimeout", () => 0);
    this.put("clearTimeout", () => {});
    const complain = (...words: unknown[]) => this.complaints.push(words.join(" "));
    this.put("console", { ...console, error: complain, warn: complain });
  }

  get video(): HTMLVideoElement {
    return this.element as unknown as HTMLVideoElement;
  }

  say(event: MediaEvent): void {
    this.element.paused = false;
    this.element.dispatchEvent(new Event(event));
  }

  hide(): void {
    this.document.visibilityState = "hidden";
    this.document.dispatchEvent(new Event("visibilitychange"));
  }

  fire(type: "pagehide" | "pageshow", transition: { persisted: boolean }): void {
    this.window.dispatchEvent(Object.assign(new Event(type), transition));
  }

  beaconedEvents(): PlaybackEvent[] {
    return this.beacons.flatMap(({ body }) => body.events);
  }

  beaconed(): string[] {
    return this.beaconedEvents().map((event) => event.type);
  }

  posted(): string[] {
    return this.posts.flatMap(({ body }) => body.events).map((event) => event.type);
  }

  listeners(): number {
    return this.window.count + this.document.count + this.element.count;
  }

  close(): void {
    for (const [name, descriptor] of this.before) {
      if (descriptor) {
        Object.defineProperty(globalThis, name, descriptor);
      } else {
        Reflect.deleteProperty(globalThis, name);
      }
    }
  }

  private put(name: string, value: unknown): void {
    this.before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
}
