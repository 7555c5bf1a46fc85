package viewstream.ingestion.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.pipeline.Outcome.Good;
import viewstream.ingestion.pipeline.Outcome.Written;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.publish.MessageEncoder;
import viewstream.ingestion.publish.Publisher;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/** Makes what became of events durable, and then counts it. */
@Component
class EventStore {
  private final MessageEncoder encoder;
  private final Publisher publisher;
  private final RejectedRecords rejectedRecords;
  private final IngestionMetrics metrics;

  EventStore(
      MessageEncoder encoder,
      Publisher publisher,
      RejectedRecords rejectedRecords,
      IngestionMetrics metrics) {
    this.encoder = encoder;
    this.publisher = publisher;
    this.rejectedRecords = rejectedRecords;
    this.metrics = metrics;
  }

  /**
   * Returns when accepted and rejected events alike are safe.
   *
   * @param room takes what the records need until then, for a small body may become large ones
   * @throws viewstream.ingestion.http.RefusedException if there is no room
   * @throws viewstream.ingestion.publish.PublishException if they may not be
   */
  void keep(Receipt receipt, Delivery delivery, LongConsumer room) {
    int good = receipt.accepted().size() + receipt.unpublished();
    int events = good + receipt.rejected().size();
    metrics.received(events);
    boolean kept = false;
    try {
      List<Message> messages = messages(receipt, delivery);
      room.accept(messages.stream().mapToLong(message -> message.value().length).sum());
      publisher.publish(messages);
      kept = true;
    } finally {
      if (!kept) {
        metrics.refused(events);
      }
    }
    metrics.accepted(good);
    receipt.rejected().forEach(rejected -> metrics.rejected(rejected.reason()));
  }

  private List<Message> messages(Receipt receipt, Delivery delivery) {
    var messages = new ArrayList<Message>(receipt.accepted().size() + receipt.rejected().size());
    for (Good good : receipt.accepted()) {
      messages.add(
          switch (good) {
            case Written(Message message) -> message;
            case Accepted accepted ->
                encoder.encode(accepted.topic(), accepted.key(), accepted.record());
          });
    }
    for (RejectedEvent rejected : rejectedRecords.of(receipt.rejected(), delivery)) {
      messages.add(encoder.encode(Topic.REJECTED_EVENTS, null, rejected));
    }
    return messages;
  }
}
