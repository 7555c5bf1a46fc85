package viewstream.ingestion.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secret that pseudonyms are made with, and when another takes its place. Whoever watched on a
 * UTC day is named with the secret of that day, however late the report is and whichever instance
 * takes it.
 *
 * @param current in force until the other is
 * @param next takes its place; null if none is to
 * @param nextFrom the first UTC day on which it does
 */
public record Secrets(String current, @Nullable String next, LocalDate nextFrom) {
  /** One secret for ever. */
  public static Secrets of(String secret) {
    return new Secrets(secret, null, LocalDate.MAX);
  }

  /** All of them, that of later days first. */
  List<String> all() {
    return next == null ? List.of(current) : List.of(next, current);
  }

  /** Whether the next is in force on a day. */
  boolean rotatedOn(long epochDay) {
    return next != null && epochDay >= nextFrom.toEpochDay();
  }

  @Override
  public String toString() {
    return "Secrets[nextFrom=" + nextFrom + "]";
  }
}
