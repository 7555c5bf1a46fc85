package viewstream.flink.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionedAggregateTest {
  private static final Window MINUTES = new Window(Duration.ofMinutes(1), Duration.ofHours(1));
  private static final int GENERATION = 3;
  private static final long EMIT_MS = 10_000;
  private static final long DROPPED = Duration.ofMinutes(62).toMillis();

  private KeyedOneInputStreamOperatorTestHarness<String, Partial<Amount>, Total<Amount>> operator;

  @BeforeEach
  void open() throws Exception {
    operator = harness();
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void emitsWholeValuesOfWhatChanged() throws Exception {
    send("a", 0, 1);
    send("a", 0, 2);
    send("b", 0, 4);
    assertThat(operator.getOutput()).isEmpty();

    operator.setProcessingTime(EMIT_MS);
    assertThat(totals()).containsExactlyInAnyOrder("a 0: 3 v3/2", "b 0: 4 v3/1");

    send("a", 0, 8);
    operator.setProcessingTime(2 * EMIT_MS);
    assertThat(totals()).hasSize(3).last().isEqualTo("a 0: 11 v3/3");
  }

  @Test
  void holdsAWatermarkBackUntilWhatCameBeforeItIsOut() throws Exception {
    send("a", 0, 1);
    operator.processWatermark(7);
    operator.processWatermark(8);
    assertThat(operator.getOutput()).isEmpty();

    operator.setProcessingTime(EMIT_MS);

    assertThat(operator.getOutput()).hasSize(2).last().isEqualTo(new Watermark(8));
  }

  @Test
  void emitsBeforeABarrierSoThatNothingChangedNeedBeInState() throws Exception {
    send("a", 0, 1);
    operator.prepareSnapshotPreBarrier(1);

    assertThat(totals()).containsExactly("a 0: 1 v3/1");
  }

  @Test
  void goesOnWhereTheCheckpointWas() throws Exception {
    send("a", 0, 1);
    operator.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState checkpoint = operator.snapshot(1, 0);
    send("a", 0, 100);
    operator.close();

    operator = harness();
    operator.initializeState(checkpoint);
    operator.open();
    send("a", 0, 2);
    operator.setProcessingTime(EMIT_MS);

    assertThat(totals()).containsExactly("a 0: 3 v3/2");
  }

  @Test
  void forgetsAWindowOnceNothingCanContributeAnyMore() throws Exception {
    send("a", 0, 1);
    operator.setProcessingTime(EMIT_MS);
    operator.processWatermark(DROPPED - 1);
    assertThat(operator.numKeyedStateEntries()).isEqualTo(1);

    operator.processWatermark(DROPPED);

    assertThat(operator.numKeyedStateEntries()).isZero();
  }

  @Test
  void emitsWhatChangedBeforeItIsForgotten() throws Exception {
    send("a", 0, 1);
    operator.processWatermark(DROPPED);

    assertThat(totals()).containsExactly("a 0: 1 v3/1");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Partial<Amount>, Total<Amount>>
      harness() throws Exception {
    Amount.Serializer amounts = new Amount.Serializer();
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Partial<Amount>, Total<Amount>>(
            new VersionedAggregate<>(MINUTES, amounts, GENERATION, Duration.ofMillis(EMIT_MS)),
            Partial::videoId,
            Types.STRING);
    harness.setup(new TotalSerializer<>(amounts));
    return harness;
  }

  private void send(String videoId, long start, long amount) throws Exception {
    Amount sums = new Amount();
    sums.add(amount);
    operator.processElement(new StreamRecord<>(new Partial<>(videoId, start, sums)));
  }

  private List<String> totals() {
    return operator.extractOutputValues().stream()
        .map(
            total ->
                "%s %d: %d v%d/%d"
                    .formatted(
                        total.videoId(),
                        total.start(),
                        total.sums().amount,
                        total.version() >>> 48,
                        total.version() & ((1L << 48) - 1)))
        .toList();
  }
}
