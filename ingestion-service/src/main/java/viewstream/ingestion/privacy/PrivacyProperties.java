package viewstream.ingestion.privacy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secrets of pseudonyms.
 *
 * @param pseudonym turns user ids into viewer ids; with another, every viewer is a new one
 * @param pseudonymNext takes its place; empty if none is to
 * @param pseudonymNextFrom the first UTC day on which it does, as in 2026-12-01
 */
@ConfigurationProperties("viewstream.keys")
record PrivacyProperties(
    @DefaultValue("") String pseudonym,
    @DefaultValue("") String pseudonymNext,
    @DefaultValue("") String pseudonymNextFrom) {
  private static final int SHORTEST = 16;

  PrivacyProperties {
    if (pseudonym.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "Set VIEWSTREAM_KEYS_PSEUDONYM to a secret of at least 16 characters, the same on every"
              + " instance and for ever: viewers are counted by it");
    }
    if (!pseudonymNext.isEmpty() && pseudonymNext.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "VIEWSTREAM_KEYS_PSEUDONYM_NEXT must have at least 16 characters");
    }
    if (pseudonymNext.isEmpty() != pseudonymNextFrom.isEmpty()) {
      throw new IllegalArgumentException(
          "Set VIEWSTREAM_KEYS_PSEUDONYM_NEXT and VIEWSTREAM_KEYS_PSEUDONYM_NEXT_FROM, or neither:"
              + " all instances must change the secret on the same UTC day");
    }
  }

  Secrets secrets() {
    return pseudonymNext.isEmpty()
        ? Secrets.of(pseudonym)
        : new Secrets(pseudonym, pseudonymNext, day(pseudonymNextFrom));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          "VIEWSTREAM_KEYS_PSEUDONYM_NEXT_FROM must be a day like 2026-12-01, is " + text,
          unreadable);
    }
  }

  @Override
  public String toString() {
    return "PrivacyProperties[pseudonymNextFrom=" + pseudonymNextFrom + "]";
  }
}
