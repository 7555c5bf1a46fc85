package viewstream.ingestion.validation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When an event happened.
 *
 * @param client by the client's own clock
 * @param corrected by ours: the client's, moved by as much as its clock was off when it sent
 */
public record EventTime(Instant client, Instant corrected) {
  private static final String TIMESTAMP = "timestamp";
  private static final String SENT_AT = "sent_at";

  /**
   * Reads and corrects an event's time and holds it against the bounds.
   *
   * @param batchSentAt the client's clock when it sent, if it said so for the batch; what the event
   *     itself says in {@code sent_at} goes before
   * @param received our clock when the request's headers arrived
   * @throws InvalidEventException if the time is missing, unreadable, in the future or too old
   */
  public static EventTime read(
      EventObject event, @Nullable JsonNode batchSentAt, Instant received) {
    EventTime time = readOfAnyAge(event, batchSentAt, received);
    requireRecent(TIMESTAMP, time, received);
    return time;
  }

  /**
   * The time of an event whose client never says when it sends, held against the bounds.
   *
   * @param field where the client says it
   * @throws InvalidEventException if it is in the future or too old
   */
  public static EventTime uncorrected(String field, Instant client, Instant received) {
    var time = new EventTime(client, client);
    requireNotFuture(field, time, received);
    requireRecent(field, time, received);
    return time;
  }

  /**
   * Does what {@link #read} does for events that may be from long ago.
   *
   * @throws InvalidEventException if the time is missing, unreadable, in the future or before 1970
   */
  public static EventTime readOfAnyAge(
      EventObject event, @Nullable JsonNode batchSentAt, Instant received) {
    Instant client = Timestamps.read(event, TIMESTAMP);
    if (client == null) {
      throw InvalidEventException.missing(TIMESTAMP);
    }
    Instant sentAt = sentAt(event, batchSentAt);
    Duration skew = sentAt == null ? null : Duration.between(sentAt, received);
    var time = new EventTime(client, correct(client, skew));
    requireNotFuture(TIMESTAMP, time, received);
    if (time.corrected().isBefore(Instant.EPOCH)) {
      throw new InvalidEventException(
          RejectReason.TIMESTAMP_TOO_OLD, TIMESTAMP, TIMESTAMP + " lies before 1970");
    }
    return time;
  }

  private static void requireNotFuture(String field, EventTime time, Instant received) {
    if (time.corrected().isAfter(received.plus(Limits.FUTURE))) {
      throw new InvalidEventException(
          RejectReason.TIMESTAMP_IN_FUTURE,
          field,
          field + " lies more than 5 minutes ahead: set the clock, or send sent_at with it");
    }
  }

  private static void requireRecent(String field, EventTime time, Instant received) {
    if (time.corrected().isBefore(received.minus(Limits.AGE))) {
      throw new InvalidEventException(
          RejectReason.TIMESTAMP_TOO_OLD,
          field,
          field + " is older than 7 days: such events go to the import endpoint");
    }
  }

  /** How far our clock was ahead of a client's; null if it did not say, or not readably. */
  public static @Nullable Duration skew(@Nullable JsonNode sentAt, Instant received) {
    try {
      return sentAt == null ? null : Duration.between(Timestamps.parse(sentAt, SENT_AT), received);
    } catch (InvalidEventException unreadable) {
      return null;
    }
  }

  private static @Nullable Instant sentAt(EventObject event, @Nullable JsonNode batchSentAt) {
    JsonNode sentAt = event.value(SENT_AT);
    if (sentAt == null) {
      sentAt = batchSentAt;
    }
    return sentAt == null ? null : Timestamps.parse(sentAt, SENT_AT);
  }

  private static Instant correct(Instant client, @Nullable Duration skew) {
    return skew != null && skew.abs().compareTo(Limits.SKEW) > 0 ? client.plus(skew) : client;
  }
}
