package viewstream.flink.minute;

import java.util.EnumMap;
import java.util.Map;
import viewstream.flink.aggregate.Sums;
import viewstream.schema.event.Context;

/** What happened on one video in one minute. */
final class MinuteSums implements Sums<MinuteSums> {
  private static final Measure[] MEASURES = Measure.values();

  private final long[] measures = new long[MEASURES.length];
  private final StartupHistogram startups = new StartupHistogram();
  private final Map<Dimension, Breakdown> views = new EnumMap<>(Dimension.class);
  private long contributions;
  private long maxDurationMs;

  /** Marks one contribution; every change to the figures belongs to one. */
  MinuteSums contribution() {
    contributions++;
    return this;
  }

  MinuteSums add(Measure measure, long amount) {
    measures[measure.ordinal()] += amount;
    return this;
  }

  MinuteSums longest(long durationMs) {
    maxDurationMs = Math.max(maxDurationMs, durationMs);
    return this;
  }

  /** A view's first frame took this long. */
  MinuteSums startup(long startupMs) {
    startups.add(StartupHistogram.bucket(startupMs), 1);
    return add(Measure.STARTUP_MS_SUM, startupMs);
  }

  /** A view by such a viewer. */
  MinuteSums view(Context context) {
    for (Dimension dimension : Dimension.values()) {
      breakdown(dimension).add(dimension.of(context), 1);
    }
    return add(Measure.VIEWS, 1);
  }

  @Override
  public void add(MinuteSums other) {
    contributions += other.contributions;
    maxDurationMs = Math.max(maxDurationMs, other.maxDurationMs);
    for (int i = 0; i < measures.length; i++) {
      measures[i] += other.measures[i];
    }
    startups.add(other.startups);
    other.views.forEach((dimension, counts) -> breakdown(dimension).add(counts));
  }

  @Override
  public long contributions() {
    return contributions;
  }

  /** Several at once, as when read from state. */
  void contributions(long more) {
    contributions += more;
  }

  long value(Measure measure) {
    return measures[measure.ordinal()];
  }

  long maxDurationMs() {
    return maxDurationMs;
  }

  StartupHistogram startups() {
    return startups;
  }

  Breakdown breakdown(Dimension dimension) {
    return views.computeIfAbsent(dimension, absent -> new Breakdown());
  }
}
