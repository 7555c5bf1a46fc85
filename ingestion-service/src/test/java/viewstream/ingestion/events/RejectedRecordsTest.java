package viewstream.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.Outcome.Rejected;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.rejection.KeptPayload;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.event.RejectedEvent;

class RejectedRecordsTest {
  private static final UUID EVENT = UUID.fromString("0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d4b");

  static RejectedRecords records() {
    Secrets secrets = Secrets.of("pseudonyms-of-the-tests");
    Clock clock = Clock.systemUTC();
    return new RejectedRecords(
        new Payloads(new Pseudonyms(secrets), new PayloadCipher(secrets, clock), clock),
        new EventParser());
  }

  @Test
  void keepsWhatAReplayNeedsAndNoPerson() {
    byte[] context =
        "{\"user_id\":\"somebody\",\"platform\":\"tv\"}".getBytes(StandardCharsets.UTF_8);
    EventObject shared = new EventParser().parse(context, 0, context.length);
    var delivery =
        new Delivery(
            Endpoint.BEACON,
            Instant.EPOCH,
            new Caller("wk", false),
            TestSenders.create().of("9.9.9.9", "", false),
            shared,
            JsonNodeFactory.instance.numberNode(1_767_225_600_123L));
    var rejected =
        new Rejected(
            0,
            EVENT,
            RejectReason.UNKNOWN_TYPE,
            "type",
            "detail",
            new KeptPayload("{}".getBytes(StandardCharsets.UTF_8), false));

    RejectedEvent record = records().of(List.of(rejected), delivery).getFirst();

    assertThat(record.getEventId()).isEqualTo(EVENT.toString());
    assertThat(record.getSentAt()).isEqualTo("1767225600123");
    assertThat(record.getContext()).contains("\"platform\":\"tv\"").doesNotContain("somebody");
    assertThat(record.getSender().getBelievedAboutPlace()).isFalse();
    assertThat(record.toString()).doesNotContain("9.9.9.9");
  }
}
