package viewstream.query.freshness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;
import viewstream.schema.redis.Sink;

/**
 * How far the sinks have written, as far as this instance knows. What was flushed once stays
 * flushed, so an older report is still true: when the store is away or was emptied, the last one
 * holds, and ages.
 */
@Component
public class Progress {
  private final ProgressStore store;
  private final Clock clock;
  private final Duration maximumAge;
  private final ReentrantLock reading = new ReentrantLock();

  /** Replaced as a whole, only by the thread that holds {@link #reading}. */
  private volatile Report report = new Report(Instant.MIN, Map.of());

  Progress(ProgressStore store, Clock clock, FreshnessSettings settings) {
    this.store = store;
    this.clock = clock;
    this.maximumAge = settings.progressAge();
  }

  /**
   * The log time that all of the sinks have passed, or null while one has never reported. To be
   * asked for before the figures are read: then they hold at least as much.
   */
  public @Nullable Instant through(Set<Sink> sinks) {
    refresh();
    Map<Sink, Instant> known = report.progress;
    if (!known.keySet().containsAll(sinks)) {
      return null;
    }
    return sinks.stream()
        .map(known::get)
        .map(Objects::requireNonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private void refresh() {
    if (isRecent()) {
      return;
    }
    reading.lock();
    try {
      if (!isRecent()) {
        report = new Report(clock.instant(), latest(report.progress));
      }
    } finally {
      reading.unlock();
    }
  }

  private boolean isRecent() {
    return !report.readAt.isBefore(clock.instant().minus(maximumAge));
  }

  private Map<Sink, Instant> latest(Map<Sink, Instant> known) {
    try {
      Map<Sink, Instant> merged = new EnumMap<>(Sink.class);
      merged.putAll(known);
      store.read().forEach((sink, time) -> merged.merge(sink, time, Progress::later));
      return Map.copyOf(merged);
    } catch (UnavailableException away) {
      return known;
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private record Report(Instant readAt, Map<Sink, Instant> progress) {}
}
