package viewstream.ingestion.validation;

import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import viewstream.schema.event.RevenueEvent;

/** Reads a revenue event's own fields. All readers throw {@link InvalidEventException}. */
public final class RevenueFields {
  private static final String TYPE = "revenue";
  private static final Set<String> SOURCES =
      Set.of("ads", "memberships", "super_chat", "merchandise", "other");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private RevenueFields() {}

  /** Which event it is; it must say so. */
  public static UUID eventId(EventObject event) {
    UUID eventId = event.uuid("event_id");
    if (eventId == null) {
      throw InvalidEventException.missing("event_id");
    }
    return eventId;
  }

  /** Copies what was earned, by whom and how into a record. */
  public static void copy(EventObject event, RevenueEvent record) {
    requireType(event);
    record.setChannelId(event.requiredId("channel_id"));
    record.setVideoId(event.id("video_id"));
    record.setSource(oneOf(SOURCES, event, "source", "one of " + sorted(SOURCES)));
    record.setAmount(Decimals.required(event, "amount"));
    record.setCurrency(
        oneOf(CURRENCIES, event, "currency", "a code of ISO 4217 such as USD, in capitals"));
  }

  /** The endpoint says what it is; an event that says something else is at the wrong one. */
  private static void requireType(EventObject event) {
    String type = event.text("type");
    if (type != null && !type.equals(TYPE)) {
      throw new InvalidEventException(
          RejectReason.UNKNOWN_TYPE, "type", "type must be revenue here, or left out");
    }
  }

  private static String oneOf(Set<String> known, EventObject event, String field, String rule) {
    String value = event.text(field);
    if (value == null) {
      throw InvalidEventException.missing(field);
    }
    if (!known.contains(value)) {
      throw InvalidEventException.invalidField(field, rule);
    }
    return value;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
