package viewstream.schema.redis;

/** The stores that the stream writes, by the name under which each reports its progress. */
public enum Sink {
  /** ClickHouse {@code events}, and {@code video_viewers} behind it. */
  EVENTS("events"),
  /** ClickHouse {@code engagements}. */
  ENGAGEMENTS("engagements"),
  /** ClickHouse {@code video_minute}. */
  VIDEO_MINUTE("video_minute"),
  /** Redis view counters. */
  VIEWS("views"),
  /** Redis lists of what is trending. */
  TRENDING("trending"),
  /** ClickHouse {@code trending_snapshots}. */
  TRENDING_SNAPSHOTS("trending_snapshots"),
  /** ClickHouse {@code videos}. */
  VIDEOS("videos"),
  /** ClickHouse {@code channels}. */
  CHANNELS("channels");

  private final String id;

  Sink(String id) {
    this.id = id;
  }

  /** The name in keys and metric labels. */
  public String id() {
    return id;
  }
}
