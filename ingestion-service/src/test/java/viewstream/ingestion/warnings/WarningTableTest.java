package viewstream.ingestion.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import viewstream.schema.event.RejectedEvent;

class WarningTableTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:30:00Z");

  @Test
  void groupsByReasonAndFieldOfOneKey() {
    var table = new WarningTable(100);
    table.add(event("mine", "missing_field", "video_id", NOW.minusSeconds(30)));
    table.add(event("mine", "missing_field", "video_id", NOW.minusSeconds(20)));
    table.add(event("mine", "unknown_type", "type", NOW.minusSeconds(10)));
    table.add(event("another's", "unknown_type", "type", NOW));

    assertThat(table.of("mine", NOW))
        .containsExactly(
            new Warning(
                "missing_field",
                "video_id",
                2,
                NOW.minusSeconds(30),
                NOW.minusSeconds(20),
                "about video_id"),
            new Warning(
                "unknown_type",
                "type",
                1,
                NOW.minusSeconds(10),
                NOW.minusSeconds(10),
                "about type"));
    assertThat(table.of("nobody's", NOW)).isEmpty();
  }

  /** Against the plain definition: every event of the hours that reach into the last 24. */
  @RepeatedTest(50)
  void forgetsWhatIsOlderThanADay(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var table = new WarningTable(100);
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      times.add(NOW.minusSeconds(random.nextInt((int) Duration.ofHours(60).toSeconds())));
    }
    times.sort(null);
    times.forEach(time -> table.add(event("mine", "invalid_field", null, time)));

    Instant oldest = Instant.parse("2026-02-28T12:00:00Z");
    List<Instant> counted = times.stream().filter(time -> !time.isBefore(oldest)).toList();
    assertThat(table.of("mine", NOW))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.count()).isEqualTo(counted.size());
              assertThat(warning.first()).isEqualTo(counted.getFirst());
              assertThat(warning.last()).isEqualTo(counted.getLast());
            });
  }

  private static RejectedEvent event(String key, String reason, String field, Instant time) {
    var event = new RejectedEvent();
    event.setWriteKey(key);
    event.setReason(reason);
    event.setField(field);
    event.setDetail("about " + field);
    event.setReceivedTime(time);
    event.setEndpoint("beacon");
    event.setPayload(ByteBuffer.allocate(0));
    return event;
  }
}
