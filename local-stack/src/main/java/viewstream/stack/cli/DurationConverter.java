package viewstream.stack.cli;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 30m}, {@code 12h}, {@code 7d}. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    } catch (java.time.format.DateTimeParseException unreadable) {
      throw new TypeConversionException("'" + text + "' is no duration; write 90s, 30m, 12h or 7d");
    }
  }
}
