package viewstream.ingestion.events;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.enrichment.Agent;
import viewstream.ingestion.enrichment.Place;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Outcome.Rejected;
import viewstream.ingestion.rejection.KeptPayload;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.EventTime;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RejectedSender;

/**
 * Makes the records of rejected events: all that is needed to make of them, after a fix, what they
 * would have become. Neither address nor user id is kept, but what they told.
 */
@Component
final class RejectedRecords {
  /**
   * Kept of what a batch shares, in all its records together: a small body may be 500 bad events
   * and one large context.
   */
  private static final int SHARED_BYTES = 1 << 20;

  /** Stands for a time that is none; it may be anything, a person's name among it. */
  private static final String NO_TIME = "false";

  private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private final Payloads payloads;
  private final EventParser parser;

  RejectedRecords(Payloads payloads, EventParser parser) {
    this.payloads = payloads;
    this.parser = parser;
  }

  /** One for each event. Of very many that share very much, the last are kept without that. */
  List<RejectedEvent> of(List<Rejected> rejected, Delivery delivery) {
    if (rejected.isEmpty()) {
      return List.of();
    }
    String context = delivery.shared().isEmpty() ? null : payloads.keep(delivery.shared());
    int withContext = context == null ? 0 : SHARED_BYTES / context.length();
    String sentAt = sentAt(delivery);
    var records = new ArrayList<RejectedEvent>(rejected.size());
    for (Rejected event : rejected) {
      String shared = records.size() < withContext ? context : null;
      records.add(record(event, delivery, shared, sentAt));
    }
    return records;
  }

  private static @Nullable String sentAt(Delivery delivery) {
    JsonNode sentAt = delivery.sentAt();
    if (sentAt == null) {
      return null;
    }
    return EventTime.skew(sentAt, delivery.received()) == null ? NO_TIME : sentAt.toString();
  }

  private RejectedEvent record(
      Rejected rejected, Delivery delivery, @Nullable String context, @Nullable String sentAt) {
    var record = new RejectedEvent();
    record.setReason(rejected.reason().code());
    record.setField(rejected.field());
    record.setDetail(rejected.detail());
    record.setEndpoint(delivery.endpoint().label());
    record.setWriteKey(delivery.caller().name());
    record.setPayload(ByteBuffer.wrap(rejected.payload().bytes()));
    record.setEncrypted(rejected.payload().encrypted());
    record.setReceivedTime(delivery.received());
    record.setEventId(rejected.eventId() == null ? null : rejected.eventId().toString());
    record.setSentAt(sentAt);
    record.setContext(context);
    record.setSender(sender(delivery, namesApp(rejected.payload(), delivery.shared())));
    return record;
  }

  private static RejectedSender sender(Delivery delivery, boolean namesApp) {
    Sender sender = delivery.sender();
    Place place = sender.place();
    Agent agent = sender.agent();
    long day = Math.floorDiv(delivery.received().getEpochSecond(), SECONDS_PER_DAY);
    return new RejectedSender(
        sender.believedAboutPlace(),
        place.country().text(),
        place.region().text(),
        place.city().text(),
        agent.device().text(),
        agent.os().text(),
        agent.browser().text(),
        sender.trafficClass(namesApp, null),
        sender.strangerOn(day));
  }

  /** Apps that name themselves may use an HTTP library without being taken for a robot. */
  private boolean namesApp(KeptPayload payload, EventObject shared) {
    try {
      EventObject event =
          payload.encrypted()
              ? EventObject.EMPTY
              : parser.parse(payload.bytes(), 0, payload.bytes().length);
      return event.over(shared).value("app_version") != null;
    } catch (InvalidEventException unreadable) {
      return shared.value("app_version") != null;
    }
  }
}
