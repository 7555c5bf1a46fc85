package viewstream.query.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was read of one video over one step of time. What was not read counts as nothing.
 *
 * @param values of all measures but the histogram
 * @param startups views by {@link StartupBuckets bucket} of their startup time
 */
public record Facts(Map<Measure, Long> values, Map<Integer, Long> startups) {
  /** Nothing happened. */
  public static final Facts NONE = new Facts(Map.of(), Map.of());

  public Facts {
    values = Map.copyOf(values);
    startups = Map.copyOf(startups);
  }

  /** The value of a measure, 0 if nothing happened. */
  public long value(Measure measure) {
    return values.getOrDefault(measure, 0L);
  }

  /**
   * The facts as if the largest reported duration were {@code durationMs}: the catalogue's word.
   */
  public Facts withDuration(OptionalLong durationMs) {
    if (durationMs.isEmpty()) {
      return this;
    }
    Map<Measure, Long> changed = new EnumMap<>(Measure.class);
    changed.putAll(values);
    changed.put(Measure.MAX_DURATION_MS, durationMs.getAsLong());
    return new Facts(changed, startups);
  }
}
