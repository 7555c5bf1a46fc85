package viewstream.schema.redis;

import java.time.Duration;
import java.time.Instant;

/** The windows that trending is told for. Each ends at a full step of log time. */
public enum TrendingWindow {
  /** An hour, to the minute. */
  HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
  /** A day, to ten minutes. */
  DAY("24h", Duration.ofHours(24), Duration.ofMinutes(10)),
  /** A week, to the hour. */
  WEEK("7d", Duration.ofDays(7), Duration.ofHours(1));

  private final String id;
  private final Duration length;
  private final Duration step;

  TrendingWindow(String id, Duration length, Duration step) {
    this.id = id;
    this.length = length;
    this.step = step;
  }

  /** The name in keys, in {@code trending_snapshots} and in requests. */
  public String id() {
    return id;
  }

  /** How much time a list covers. */
  public Duration length() {
    return length;
  }

  /** From one list's end to the next one's; views are counted in intervals of this. */
  public Duration step() {
    return step;
  }

  /** The end of the newest window that is over when the log has come to a time. */
  public Instant endAt(Instant logTime) {
    long stepMs = step.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(logTime.toEpochMilli(), stepMs) * stepMs);
  }
}
