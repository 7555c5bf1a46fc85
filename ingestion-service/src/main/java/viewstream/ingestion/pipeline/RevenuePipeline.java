package viewstream.ingestion.pipeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.RevenueFields;
import viewstream.schema.event.RevenueEvent;
import viewstream.schema.topic.Topic;

/**
 * The way of one report of money. It is no playback: there is no viewer and no context to find, and
 * the sender must have given it an id, or a repeat could not be told from a second payment.
 */
@Component
public final class RevenuePipeline {
  private final EventParser parser;
  private final Payloads payloads;

  public RevenuePipeline(EventParser parser, Payloads payloads) {
    this.parser = parser;
    this.payloads = payloads;
  }

  /** Takes an event from its bytes to a record, or until a rule rejects it. */
  public Outcome process(Slice raw, Delivery delivery) {
    UUID eventId = null;
    try {
      EventObject event = parser.parse(raw.body(), raw.offset(), raw.length());
      eventId = RevenueFields.eventId(event);
      RevenueEvent record = record(event, eventId, delivery);
      return new Outcome.Accepted(eventId, Topic.REVENUE_EVENTS, eventId.toString(), record);
    } catch (InvalidEventException invalid) {
      return rejected(raw, eventId, invalid);
    }
  }

  private static RevenueEvent record(EventObject event, UUID eventId, Delivery delivery) {
    var record = new RevenueEvent();
    record.setEventId(eventId);
    record.setEventTime(delivery.endpoint().timeOf(event, delivery).corrected());
    record.setReceivedTime(delivery.received());
    record.setWriteKey(delivery.caller().name());
    RevenueFields.copy(event, record);
    return record;
  }

  private Outcome rejected(Slice raw, @Nullable UUID eventId, InvalidEventException invalid) {
    return new Outcome.Rejected(
        raw.index(),
        eventId,
        invalid.reason(),
        invalid.field(),
        invalid.detail(),
        payloads.keep(raw.bytes()));
  }
}
