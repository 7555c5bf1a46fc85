package viewstream.ingestion.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads times: ISO-8601 with an offset, epoch seconds or epoch milliseconds. A number below 10¹¹ is
 * seconds: as milliseconds it would lie before March 1973, as seconds it lasts until the year 5138.
 */
public final class Timestamps {
  private static final double SECONDS_BELOW = 1e11;
  private static final double LATEST_MILLIS = 253_402_300_799_999d;
  private static final String RULE =
      "ISO-8601 with an offset (2026-01-31T12:00:00Z), epoch seconds or epoch milliseconds";

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(java.util.Locale.ROOT);

  private Timestamps() {}

  /**
   * The time in a field, or null if it is absent.
   *
   * @throws InvalidEventException if it is no time
   */
  public static @Nullable Instant read(EventObject event, String field) {
    JsonNode value = event.value(field);
    return value == null ? null : parse(value, field);
  }

  /**
   * Reads one value, to the millisecond.
   *
   * @throws InvalidEventException if it is no time
   */
  public static Instant parse(JsonNode value, String field) {
    Instant instant = value.isNumber() ? ofEpoch(value) : value.isString() ? ofText(value) : null;
    if (instant == null) {
      throw InvalidEventException.invalidField(field, RULE);
    }
    return instant;
  }

  private static @Nullable Instant ofEpoch(JsonNode value) {
    double number = value.doubleValue(Double.NaN);
    double millis = number < SECONDS_BELOW ? number * 1000 : number;
    return millis >= 0 && millis <= LATEST_MILLIS ? Instant.ofEpochMilli((long) millis) : null;
  }

  private static @Nullable Instant ofText(JsonNode value) {
    try {
      Instant instant = OffsetDateTime.parse(value.stringValue(), ISO).toInstant();
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (DateTimeException | ArithmeticException unreadable) {
      return null;
    }
  }
}
