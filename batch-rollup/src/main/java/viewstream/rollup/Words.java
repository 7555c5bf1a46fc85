package viewstream.rollup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** How days and durations are written on the command line. */
final class Words {
  private static final Pattern SHORT = Pattern.compile("(\\d+)([smhd])");

  private Words() {}

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException otherForm) {
      throw new TypeConversionException(
          "'" + text + "' is not a day: write it as yyyy-MM-dd, for example 2026-11-22");
    }
  }

  static Duration duration(String text) {
    Matcher found = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration: write it as 30s, 10m, 1h or 30d");
    }
    long amount = Long.parseLong(found.group(1));
    return switch (found.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
