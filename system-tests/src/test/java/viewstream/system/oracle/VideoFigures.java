package viewstream.system.oracle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What the figures of one video must be. */
public final class VideoFigures {
  /** Of a video that nobody saw. */
  public static final VideoFigures NONE = new VideoFigures(new TreeMap<>());

  private final NavigableMap<Instant, MinuteFigures> minutes;

  VideoFigures() {
    this(new TreeMap<>());
  }

  private VideoFigures(NavigableMap<Instant, MinuteFigures> minutes) {
    this.minutes = minutes;
  }

  /** The figures of several videos as if they were one. */
  public static VideoFigures together(Collection<VideoFigures> videos) {
    VideoFigures all = new VideoFigures();
    for (VideoFigures video : videos) {
      video.minutes.forEach((minute, figures) -> all.minute(minute).add(figures));
    }
    return all;
  }

  void count(String metric, Instant time, long amount) {
    minute(time).count(metric, amount);
  }

  void viewedBy(Reading event) {
    minute(event.time()).viewedBy(event);
  }

  private MinuteFigures minute(Instant time) {
    return minutes.computeIfAbsent(
        time.truncatedTo(ChronoUnit.MINUTES), minute -> new MinuteFigures());
  }

  /** The figures of whole minutes only: {@code from} included, {@code to} not. */
  public VideoFigures between(Instant from, Instant to) {
    return new VideoFigures(minutes.subMap(from, true, to, false));
  }

  /** The minutes in which something happened. */
  public Set<Instant> minutes() {
    return minutes.keySet();
  }

  /** The sum of an additive metric. */
  public long total(String metric) {
    return minutes.values().stream().mapToLong(minute -> minute.count(metric)).sum();
  }

  /** Distinct viewers. */
  public int viewers() {
    Set<String> viewers = new HashSet<>();
    minutes.values().forEach(minute -> viewers.addAll(minute.viewers()));
    return viewers.size();
  }

  /**
   * The startup time that this share of the views did not exceed, by nearest rank, in milliseconds;
   * 0 when no view tells.
   */
  public long startupMs(double share) {
    List<Long> sorted =
        minutes.values().stream().flatMap(minute -> minute.startupsMs().stream()).sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /** Views by the values of a dimension. */
  public Map<String, Long> views(Dimension dimension) {
    Map<String, Long> views = new TreeMap<>();
    for (MinuteFigures minute : minutes.values()) {
      minute.views(dimension).forEach((value, count) -> views.merge(value, count, Long::sum));
    }
    return views;
  }

  @Override
  public String toString() {
    return minutes.toString();
  }
}
