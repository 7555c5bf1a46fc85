package viewstream.flink.aggregate;

import java.io.Serializable;
import java.time.Duration;

/**
 * Equal intervals of event time, and how late the log may still contribute to one.
 *
 * @param length of an interval; intervals start at whole multiples of it since the epoch
 * @param lateness a contribution is late when log time ≥ the interval's end + this
 */
public record Window(Duration length, Duration lateness) implements Serializable {
  /** Beyond any difference between what the log says and what the watermark says. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** The start of the interval that an event time belongs to; both epoch ms. */
  public long start(long eventTime) {
    return Math.floorDiv(eventTime, length.toMillis()) * length.toMillis();
  }

  boolean isLate(long start, long logTime) {
    return logTime >= closes(start);
  }

  /** The watermark at which nothing can contribute any more. */
  long dropped(long start) {
    return closes(start) + MARGIN.toMillis();
  }

  private long closes(long start) {
    return start + length.toMillis() + lateness.toMillis();
  }
}
