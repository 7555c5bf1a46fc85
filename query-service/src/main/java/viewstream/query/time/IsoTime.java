package viewstream.query.time;

import static viewstream.query.http.ProblemException.invalidParameter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** ISO-8601 with an offset; without one it is the zone's time, and a bare date its start of day. */
final class IsoTime {
  private IsoTime() {}

  static Instant parse(String name, String text, ZoneId zone) {
    try {
      TemporalAccessor parsed =
          formatter(text)
              .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (parsed) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(zone).toInstant();
        case LocalDate day -> day.atStartOfDay(zone).toInstant();
        default -> throw new IllegalStateException(parsed.toString());
      };
    } catch (DateTimeParseException unreadable) {
      throw invalidParameter(
          name, "must be ISO-8601 such as 2026-03-01T00:00:00Z (a + in a URL is written %2B)");
    }
  }

  private static DateTimeFormatter formatter(String text) {
    return text.indexOf('T') < 0
        ? DateTimeFormatter.ISO_LOCAL_DATE
        : DateTimeFormatter.ISO_DATE_TIME;
  }
}
