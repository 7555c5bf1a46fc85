package viewstream.flink.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.flink.Events.NOON;
import static viewstream.flink.Events.engagement;
import static viewstream.schema.event.EngagementType.like;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.flink.source.Logged;
import viewstream.schema.event.EngagementEvent;

class DeduplicatorTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private KeyedOneInputStreamOperatorTestHarness<String, Logged<EngagementEvent>, Engaged> operator;

  @BeforeEach
  void open() throws Exception {
    operator =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Deduplicator()),
            report -> report.value().getEventId().toString(),
            Types.STRING);
    operator.setup(new EngagedSerializer());
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void letsAnEngagementThroughOnce() throws Exception {
    EngagementEvent event = engagement(like, 0).build();
    send(event, 0);
    send(event, DAY);
    send(engagement(like, 0).build(), 1);

    assertThat(operator.extractOutputValues()).hasSize(2).allMatch(Engaged::live);
  }

  @Test
  void leavesWhatComesMoreThanADayLateToTheRollup() throws Exception {
    send(engagement(like, 0).build(), DAY + 1);

    assertThat(operator.extractOutputValues()).hasSize(1).noneMatch(Engaged::live);
    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void forgetsAnIdOnceItsRepeatsWouldBeLate() throws Exception {
    send(engagement(like, 0).build(), 0);
    operator.processWatermark(NOON.toEpochMilli() + DAY + 60_000);

    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  private void send(EngagementEvent event, long logMillisAfterNoon) throws Exception {
    long logTime = NOON.toEpochMilli() + logMillisAfterNoon;
    operator.processElement(new StreamRecord<>(new Logged<>(event, logTime, 0), logTime));
  }
}
