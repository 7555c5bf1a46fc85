package viewstream.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EventTimeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  @RepeatedTest(200)
  void findsTheTrueTimeHoweverWrongTheClockIs(RepetitionInfo repetition) {
    RandomGenerator random = new Random(repetition.getCurrentRepetition());
    Instant truth = NOW.minusMillis(random.nextLong(6 * DAY_MS));
    long wrongByMs = random.nextLong(-3 * DAY_MS, 3 * DAY_MS);
    if (Math.abs(wrongByMs) <= 2_000) {
      wrongByMs = 2_001;
    }

    EventTime time = read(truth.plusMillis(wrongByMs), NOW.plusMillis(wrongByMs));

    assertThat(time.corrected()).isEqualTo(truth);
    assertThat(time.client()).isEqualTo(truth.plusMillis(wrongByMs));
  }

  @RepeatedTest(50)
  void leavesSmallSkewsAlone(RepetitionInfo repetition) {
    RandomGenerator random = new Random(repetition.getCurrentRepetition());
    long wrongByMs = random.nextLong(-2_000, 2_001);

    EventTime time = read(NOW, NOW.plusMillis(wrongByMs));

    assertThat(time.corrected()).isEqualTo(NOW);
  }

  @Test
  void boundsHoldAfterTheCorrection() {
    assertThatThrownBy(() -> read(NOW, NOW.minus(Duration.ofMinutes(6))))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(RejectReason.TIMESTAMP_IN_FUTURE));
    assertThat(read(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1))).corrected())
        .isEqualTo(NOW);
  }

  @Test
  void theEventsOwnSendingTimeGoesBeforeTheBatchs() {
    ObjectNode event = event(NOW.minusSeconds(100));
    event.put("sent_at", NOW.minusSeconds(60).toString());

    EventTime time =
        EventTime.read(
            new EventObject(event),
            JsonNodeFactory.instance.stringNode(NOW.minusSeconds(3600).toString()),
            NOW);

    assertThat(time.corrected()).isEqualTo(NOW.minusSeconds(40));
  }

  @Test
  void ofAnyAgeMeansSince1970() {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("timestamp", "-292000000-01-01T00:00:00Z");
    event.put("sent_at", "+292000000-01-01T00:00:00Z");

    assertThatThrownBy(() -> EventTime.readOfAnyAge(new EventObject(event), null, NOW))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(RejectReason.TIMESTAMP_TOO_OLD));
    event.put("timestamp", "1970-01-01T00:00:00Z");
    event.put("sent_at", NOW.toString());
    assertThat(EventTime.readOfAnyAge(new EventObject(event), null, NOW).corrected())
        .isEqualTo(Instant.EPOCH);
  }

  private static EventTime read(Instant timestamp, Instant sentAt) {
    return EventTime.read(
        new EventObject(event(timestamp)),
        JsonNodeFactory.instance.numberNode(sentAt.toEpochMilli()),
        NOW);
  }

  private static ObjectNode event(Instant timestamp) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("timestamp", timestamp.toEpochMilli());
    return event;
  }
}
