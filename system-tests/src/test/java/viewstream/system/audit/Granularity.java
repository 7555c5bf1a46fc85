package viewstream.system.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The points of a time series in UTC. */
enum Granularity {
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS);

  private final ChronoUnit unit;

  Granularity(ChronoUnit unit) {
    this.unit = unit;
  }

  Duration step() {
    return unit.getDuration();
  }

  Instant floor(Instant time) {
    return time.truncatedTo(unit);
  }

  /** Whether its points tell distinct viewers. */
  boolean hasUniques() {
    return this != MINUTE;
  }

  /** What its points are asked to tell. */
  List<String> metrics() {
    return hasUniques()
        ? Stream.concat(VideoComparison.METRICS.stream(), Stream.of("unique_viewers")).toList()
        : VideoComparison.METRICS;
  }

  /** Its name in a request. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
