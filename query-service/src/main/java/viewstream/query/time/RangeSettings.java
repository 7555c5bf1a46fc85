package viewstream.query.time;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what may be asked for.
 *
 * @param lifetimeStart the day on which {@code timeRange=lifetime} begins
 * @param maximumPoints the most points in one time series; 11 000 lets a year be seen by the hour
 * @param minutesKept how far back figures are kept by the minute; before, by the quarter hour
 */
@ConfigurationProperties("viewstream.query.range")
public record RangeSettings(
    @DefaultValue("2010-01-01") LocalDate lifetimeStart,
    @DefaultValue("11000") int maximumPoints,
    @DefaultValue("72h") Duration minutesKept) {
  public RangeSettings {
    if (maximumPoints < 1) {
      throw new IllegalArgumentException(
          "viewstream.query.range.maximum-points must be at least 1, is " + maximumPoints);
    }
  }
}
