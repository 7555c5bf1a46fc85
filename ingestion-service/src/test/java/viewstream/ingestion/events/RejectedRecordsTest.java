package viewstream.ingestion.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
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
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.event.RejectedEvent;

class RejectedRecordsTest {
  private static final UUID EVENT = UUID.fromString("0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d4b");

  private static final Rejected REJECTED =
      new Rejected(
          0,
          EVENT,
          RejectReason.UNKNOWN_TYPE,
          "type",
          "detail",
          new KeptPayload("{}".getBytes(StandardCharsets.UTF_8), false));

  static RejectedRecords records() {
    Secrets secrets = Secrets.of("pseudonyms-of-the-tests");
    Clock clock = Clock.systemUTC();
    return new RejectedRecords(
        new Payloads(new Pseudonyms(secrets), new PayloadCipher(secrets, clock), clock),
        new EventParser());
  }

  @Test
  void keepsWhatAReplayNeedsAndNoPerson() {
    Delivery delivery =
        delivery(
            "{\"user_id\":\"somebody\",\"platform\":\"tv\"}",
            JsonNodeFactory.instance.numberNode(1_767_225_600_123L));

    RejectedEvent record = records().of(List.of(REJECTED), delivery).getFirst();

    assertThat(record.getEventId()).isEqualTo(EVENT.toString());
    assertThat(record.getSentAt()).isEqualTo("1767225600123");
    assertThat(record.getContext()).contains("\"platform\":\"tv\"").doesNotContain("somebody");
    assertThat(record.getSender().getBelievedAboutPlace()).isFalse();
    assertThat(record.toString()).doesNotContain("9.9.9.9");
  }

  @Test
  void keepsNoTimeOfABatchThatIsNone() {
    Delivery delivery = delivery("{}", JsonNodeFactory.instance.stringNode("somebody"));

    RejectedEvent record = records().of(List.of(REJECTED), delivery).getFirst();

    assertThat(record.getSentAt()).isEqualTo("false");
  }

  @Test
  void aLargeContextIsNotKeptFiveHundredTimes() {
    Delivery delivery = delivery("{\"x\":\"" + "x".repeat(30_000) + "\"}", null);

    List<RejectedEvent> records = records().of(Collections.nCopies(500, REJECTED), delivery);

    assertThat(records).hasSize(500);
    assertThat(records.getFirst().getContext()).hasSizeGreaterThan(30_000);
    assertThat(
            records.stream()
                .map(RejectedEvent::getContext)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum())
        .isBetween(1_000_000, 1 << 20);
  }

  private static Delivery delivery(String context, @Nullable JsonNode sentAt) {
    byte[] bytes = context.getBytes(StandardCharsets.UTF_8);
    return new Delivery(
        Endpoint.BEACON,
        Instant.EPOCH,
        new Caller("wk", false),
        TestSenders.create().of("9.9.9.9", "", false),
        new EventParser().parse(bytes, 0, bytes.length),
        sentAt);
  }
}
