import type { Clock } from "./clock.js";
import type { PlaybackEvent } from "./event.js";
import type { Reading } from "./meter.js";

/** What the SDK reads of an HTML5 media element; it never changes one. */
export type Media = Pick<
  HTMLVideoElement,
  | "autoplay"
  | "currentTime"
  | "duration"
  | "ended"
  | "error"
  | "loop"
  | "paused"
  | "playbackRate"
  | "readyState"
  | "seeking"
  | "videoHeight"
  | "addEventListener"
  | "removeEventListener"
> &
  Partial<Pick<HTMLVideoElement, "getVideoPlaybackQuality">>;

/** The element's events the SDK listens to. */
export const MEDIA_EVENTS = [
  "loadstart",
  "play",
  "playing",
  "waiting",
  "timeupdate",
  "ratechange",
  "seeking",
  "seeked",
  "pause",
  "ended",
  "resize",
  "emptied",
  "error",
] as const;

export type MediaEvent = (typeof MEDIA_EVENTS)[number];

/** HTMLMediaElement.HAVE_FUTURE_DATA: enough to play on from here. */
const HAVE_FUTURE_DATA = 3;

const ERROR_CODES: Record<number, string> = {
  1: "MEDIA_ERR_ABORTED",
  2: "MEDIA_ERR_NETWORK",
  3: "MEDIA_ERR_DECODE",
  4: "MEDIA_ERR_SRC_NOT_SUPPORTED",
};

const LONGEST_MESSAGE = 256;

export function position(media: Media): number {
  return media.currentTime * 1000;
}

export function canPlayOn(media: Media): boolean {
  return !media.paused && !media.seeking && media.readyState >= HAVE_FUTURE_DATA;
}

export function read(media: Media, clock: Clock): Reading {
  return {
    at: clock.monotonicMillis(),
    position: position(media),
    rate: media.playbackRate,
    droppedFrames: media.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0,
  };
}

/** The state now, in the names of the wire; a live stream has no duration. */
export function stateOf(
  media: Media,
  reading: Reading,
): Pick<PlaybackEvent, "position_ms" | "duration_ms" | "rate"> {
  return {
    position_ms: Math.round(reading.position),
    ...(Number.isFinite(media.duration) && { duration_ms: Math.round(media.duration * 1000) }),
    rate: reading.rate,
  };
}

/** The element's own error; the browser plays on after none of them. */
export function failureOf(media: Media): Pick<PlaybackEvent, "fatal" | "code" | "message"> {
  const code = ERROR_CODES[media.error?.code ?? 0] ?? "UNKNOWN";
  const message = media.error?.message?.slice(0, LONGEST_MESSAGE);
  return { fatal: true, code, ...(message && { message }) };
}
