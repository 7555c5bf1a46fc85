package viewstream.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.publish.Publisher;
import viewstream.ingestion.rejection.KeptPayload;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;

/** The equation of {@link IngestionMetrics}: received = accepted + rejected + refused. */
class AccountingTest {
  private static final Delivery DELIVERY =
      new Delivery(
          Endpoint.BATCH,
          Instant.EPOCH,
          new Caller("wk", false),
          TestSenders.create().of("127.0.0.1", "", false),
          EventObject.EMPTY,
          null);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FlakyPublisher publisher = new FlakyPublisher();
  private final EventStore store =
      new EventStore(
          (topic, key, value) -> new Message(topic, null, new byte[0]),
          publisher,
          RejectedRecordsTest.records(),
          new IngestionMetrics(meters));

  @Test
  void everyReceivedEventIsAcceptedRejectedOrRefused() {
    var random = new Random(1);
    int received = 0;
    for (int i = 0; i < 200; i++) {
      Receipt receipt = receipt(random.nextInt(4), random.nextInt(4));
      received += receipt.accepted().size() + receipt.rejected().size();
      publisher.works = random.nextBoolean();
      assertThat(catchThrowable(() -> store.keep(receipt, DELIVERY, room -> {})) == null)
          .isEqualTo(publisher.works);
    }

    assertThat(sum(IngestionMetrics.RECEIVED)).isEqualTo(received);
    assertThat(
            sum(IngestionMetrics.ACCEPTED)
                + sum(IngestionMetrics.REJECTED)
                + sum(IngestionMetrics.REFUSED))
        .isEqualTo(received);
    assertThat(sum(IngestionMetrics.ACCEPTED) + sum(IngestionMetrics.REJECTED))
        .isEqualTo(publisher.kept.size());
    assertThat(sum(IngestionMetrics.REFUSED)).isPositive();
  }

  private double sum(String name) {
    return meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
  }

  private static Receipt receipt(int accepted, int rejected) {
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < accepted; i++) {
      outcomes.add(
          new Outcome.Accepted(
              UUID.randomUUID(), Topic.VIDEO_VIEW_EVENTS, "view", new PlaybackEvent()));
    }
    for (int i = 0; i < rejected; i++) {
      RejectReason reason = RejectReason.values()[i];
      var payload = new KeptPayload(new byte[0], false);
      outcomes.add(new Outcome.Rejected(i, null, reason, null, "detail", payload));
    }
    return Receipt.of(outcomes);
  }

  private static final class FlakyPublisher implements Publisher {
    private final List<Message> kept = new ArrayList<>();
    private boolean works;

    @Override
    public void publish(List<Message> messages) {
      if (!works) {
        throw new IllegalStateException("away");
      }
      kept.addAll(messages);
    }

    @Override
    public boolean ready() {
      return true;
    }
  }
}
