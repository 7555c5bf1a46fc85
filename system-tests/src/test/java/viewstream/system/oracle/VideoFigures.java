package viewstream.system.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What the figures of one video must be. */
public final class VideoFigures {
  /** Of a video that nobody saw. */
  public static final VideoFigures NONE = new VideoFigures();

  private final NavigableMap<Instant, Map<String, Long>> minutes = new TreeMap<>();
  private final Map<Dimension, Map<String, Long>> views = new EnumMap<>(Dimension.class);
  private final Set<String> viewers = new HashSet<>();

  VideoFigures() {
    for (Dimension dimension : Dimension.values()) {
      views.put(dimension, new TreeMap<>());
    }
  }

  void count(String metric, Instant time, long amount) {
    if (amount != 0) {
      minutes
          .computeIfAbsent(time.truncatedTo(ChronoUnit.MINUTES), minute -> new TreeMap<>())
          .merge(metric, amount, Long::sum);
    }
  }

  void viewedBy(Reading event) {
    viewers.add(event.viewer());
    views.forEach((dimension, counts) -> counts.merge(dimension.of(event), 1L, Long::sum));
  }

  /** The sum of an additive metric over all time. */
  public long total(String metric) {
    return minutes.values().stream().mapToLong(minute -> minute.getOrDefault(metric, 0L)).sum();
  }

  /** An additive metric in the period from {@code from} to before {@code to}. */
  public long total(String metric, Instant from, Instant to) {
    return minutes.subMap(from, to).values().stream()
        .mapToLong(minute -> minute.getOrDefault(metric, 0L))
        .sum();
  }

  /** Distinct viewers. */
  public int viewers() {
    return viewers.size();
  }

  /** Views by the values of a dimension. */
  public Map<String, Long> views(Dimension dimension) {
    return Map.copyOf(views.get(dimension));
  }

  /** Additive metrics by minute; a minute or a metric of zero is absent. */
  public NavigableMap<Instant, Map<String, Long>> minutes() {
    return minutes;
  }

  @Override
  public String toString() {
    return "%s, %d viewers, %s".formatted(minutes, viewers.size(), views);
  }
}
