package viewstream.system.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened on one video in one minute. */
final class MinuteFigures {
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<Dimension, Map<String, Long>> views = new EnumMap<>(Dimension.class);
  private final Set<String> viewers = new TreeSet<>();
  private final List<Long> startupsMs = new ArrayList<>();

  void count(String metric, long amount) {
    counts.merge(metric, amount, Long::sum);
  }

  void viewedBy(Reading event) {
    viewers.add(event.viewer());
    if (event.startupMs() != null) {
      startupsMs.add(event.startupMs());
    }
    for (Dimension dimension : Dimension.values()) {
      views
          .computeIfAbsent(dimension, unseen -> new TreeMap<>())
          .merge(dimension.of(event), 1L, Long::sum);
    }
  }

  void add(MinuteFigures other) {
    other.counts.forEach((metric, amount) -> counts.merge(metric, amount, Long::sum));
    viewers.addAll(other.viewers);
    startupsMs.addAll(other.startupsMs);
    other.views.forEach(
        (dimension, byValue) ->
            byValue.forEach(
                (value, amount) ->
                    views
                        .computeIfAbsent(dimension, unseen -> new TreeMap<>())
                        .merge(value, amount, Long::sum)));
  }

  long count(String metric) {
    return counts.getOrDefault(metric, 0L);
  }

  Set<String> viewers() {
    return viewers;
  }

  List<Long> startupsMs() {
    return startupsMs;
  }

  Map<String, Long> views(Dimension dimension) {
    return views.getOrDefault(dimension, Map.of());
  }

  @Override
  public String toString() {
    return "%s by %s %s, started in %s"
        .formatted(counts, viewers, views, startupsMs.stream().sorted().toList());
  }
}
