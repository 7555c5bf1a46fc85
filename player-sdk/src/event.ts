/** What happened, as it goes over the wire. Times of the content and durations are milliseconds. */
export interface PlaybackEvent {
  readonly type: PlaybackType;
  readonly event_id: string;
  readonly view_id: string;
  readonly seq: number;
  /** ISO 8601, by the device's clock. */
  readonly timestamp: string;
  readonly video_id: string;

  readonly start_reason?: StartReason;
  readonly startup_ms?: number;
  readonly state?: PlayerState;
  readonly hidden?: boolean;
  readonly from_ms?: number;
  readonly to_ms?: number;
  readonly wait_ms?: number;
  readonly height?: number;
  readonly fatal?: boolean;
  readonly code?: string;
  readonly message?: string;

  /** Since the previous event of this view: wall clock spent playing. */
  readonly watched_ms?: number;
  /** Since the previous event of this view: content played, half-open. */
  readonly played?: readonly Interval[];
  /** Since the previous event of this view: time stalled; startup and seeks are no stalls. */
  readonly buffering_ms?: number;
  /** Since the previous event of this view. */
  readonly dropped_frames?: number;

  readonly position_ms?: number;
  readonly duration_ms?: number;
  readonly bitrate_kbps?: number;
  readonly rate?: number;
}

export type PlaybackType =
  | "play"
  | "first_frame"
  | "heartbeat"
  | "pause"
  | "resume"
  | "seek"
  | "buffer"
  | "quality_change"
  | "complete"
  | "stop"
  | "error";

export type StartReason = "click" | "autoplay" | "hover" | "api" | "playlist";

export type PlayerState = "playing" | "paused" | "buffering" | "seeking" | "ended";

/** A piece of content, from (inclusive) and to (exclusive) in milliseconds. */
export type Interval = readonly [from: number, to: number];

/** The fields that belong to one type of event. */
export type OwnFields = Pick<
  PlaybackEvent,
  | "start_reason"
  | "startup_ms"
  | "state"
  | "hidden"
  | "from_ms"
  | "to_ms"
  | "wait_ms"
  | "height"
  | "fatal"
  | "code"
  | "message"
  | "buffering_ms"
>;
