package viewstream.query.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import viewstream.query.http.ProblemException;

/**
 * The steps of a time series: their starts in order, none missing. The first may begin before the
 * range does, and then counts only from where the range begins; the last may end after it.
 */
public record Steps(List<Instant> starts) {
  public Steps {
    starts = List.copyOf(starts);
    if (starts.isEmpty()) {
      throw new IllegalArgumentException("steps must not be empty");
    }
  }

  /** The whole range as one step. */
  public static Steps whole(TimeRange range) {
    return new Steps(List.of(range.from()));
  }

  /**
   * The range cut at the zone's minutes, hours, days, weeks or months.
   *
   * @throws ProblemException {@code unsupported_query} if there are more than {@code maximum}
   */
  public static Steps of(TimeRange range, Granularity granularity, int maximum) {
    List<Instant> starts = new ArrayList<>();
    ZonedDateTime start = granularity.floor(range.from().atZone(range.zone()));
    while (start.toInstant().isBefore(range.to())) {
      if (starts.size() == maximum) {
        throw ProblemException.unsupportedQuery(
            "granularity=%s over this range makes more than %d points: ask for a coarser granularity (%s) or a shorter range"
                .formatted(granularity.label(), maximum, Granularity.labels()));
      }
      starts.add(start.toInstant());
      start = granularity.next(start);
    }
    return new Steps(starts);
  }
}
