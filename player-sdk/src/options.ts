import type { PlaybackEvent, StartReason } from "./event.js";

/** How a player is reported. */
export interface AttachOptions {
  /** Base address of the ingestion service, such as `https://ingest.example.com`. */
  readonly endpoint: string;
  /** The public write key of the page. */
  readonly writeKey: string;
  /** The catalogue's id of the video; a function is asked anew for each playback. */
  readonly videoId: string | (() => string);
  /** The platform's id of the viewer; the service stores only a pseudonym of it. */
  readonly userId?: string | undefined;
  /** The visit; by default one id per tab. */
  readonly sessionId?: string | undefined;
  /** What is known of the viewer and the page, sent once with each batch. */
  readonly context?: Context | undefined;
  /** Seconds between heartbeats of a player that plays, 10 (the default) to 30. */
  readonly heartbeatSeconds?: number | undefined;
  /** Why playback starts; by default what the browser can tell: click, autoplay or api. */
  readonly startReason?: StartReason | undefined;
  /** Told what becomes of each event, for logs and tests. */
  readonly onReport?: ((report: Report) => void) | undefined;
}

/** Facts about the viewer and the page; unknown ones are left out. */
export interface Context {
  readonly device?: "mobile" | "tablet" | "desktop" | "tv" | "console" | "other";
  readonly platform?: string;
  readonly os?: string;
  readonly browser?: string;
  readonly app_version?: string;
  readonly player?: string;
  readonly player_version?: string;
  readonly traffic_source?:
    | "search"
    | "suggested"
    | "browse"
    | "channel"
    | "playlist"
    | "external"
    | "embed"
    | "notification"
    | "ads"
    | "direct"
    | "other";
  readonly referrer?: string;
  readonly age_group?: "13-17" | "18-24" | "25-34" | "35-44" | "45-54" | "55-64" | "65+";
  readonly gender?: "female" | "male" | "other";
  readonly subscribed?: boolean;
  readonly live?: boolean;
  /** At most 16 pairs, names up to 64 and values up to 256 bytes. */
  readonly props?: Readonly<Record<string, string>>;
}

/** What became of events. */
export interface Report {
  readonly fate: Fate;
  readonly events: readonly PlaybackEvent[];
  /** How many of the delivered events the service found invalid; it does not say which. */
  readonly rejected: number;
}

/**
 * `queued` (made, waiting to be sent) · `delivered` (the service has them) · `handed_over` (given to
 * the browser while the page is leaving; the answer is not seen) · `delayed` (will be sent again) ·
 * `refused` (the service will never take them) · `dropped` (the queue was full).
 */
export type Fate = "queued" | "delivered" | "handed_over" | "delayed" | "refused" | "dropped";

export const SDK_VERSION = "0.1.0";

const ID = /^[A-Za-z0-9._~-]{1,128}$/;
const SHORTEST_HEARTBEAT_S = 10;
const LONGEST_HEARTBEAT_S = 30;

/** Says what is wrong with the options, or null. */
export function complaint(options: AttachOptions): string | null {
  if (!/^https?:\/\//.test(options.endpoint)) {
    return `endpoint must be an http(s) address, not ${JSON.stringify(options.endpoint)}`;
  }
  if (!options.writeKey) {
    return "writeKey is missing";
  }
  if (typeof options.videoId !== "function" && !ID.test(options.videoId)) {
    return `videoId must match ${ID}, not ${JSON.stringify(options.videoId)}`;
  }
  return null;
}

export function beaconAddress(options: AttachOptions): string {
  return `${options.endpoint.replace(/\/+$/, "")}/api/v1/events/beacon`;
}

export function heartbeatMillis(options: AttachOptions): number {
  const wanted = Number(options.heartbeatSeconds ?? SHORTEST_HEARTBEAT_S) || SHORTEST_HEARTBEAT_S;
  return 1000 * Math.min(Math.max(wanted, SHORTEST_HEARTBEAT_S), LONGEST_HEARTBEAT_S);
}

/** The envelope's context. */
export function contextOf(options: AttachOptions, visit: () => string): object {
  return {
    platform: "web",
    player: "html5",
    player_version: SDK_VERSION,
    ...options.context,
    ...(options.userId && { user_id: options.userId }),
    session_id: options.sessionId ?? visit(),
  };
}
