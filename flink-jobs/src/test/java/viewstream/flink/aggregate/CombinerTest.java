package viewstream.flink.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombinerTest {
  private static final Window MINUTES = new Window(Duration.ofMinutes(1), Duration.ofHours(1));
  private static final long MINUTE = 60_000;
  private static final long CLOSED = MINUTE + Duration.ofHours(1).toMillis();

  /** An amount for a video at a time, and when the log took it in. */
  private record Input(String videoId, long time, long logTime, long amount) {}

  private OneInputStreamOperatorTestHarness<Input, Partial<Amount>> operator;

  @BeforeEach
  void open() throws Exception {
    operator =
        new OneInputStreamOperatorTestHarness<>(
            new Combiner<Input, Amount>(
                MINUTES,
                Amount::new,
                (input, slots) ->
                    slots.contribute(
                        input.videoId(),
                        input.time(),
                        input.logTime(),
                        sums -> sums.add(input.amount()))));
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void addsUpPerVideoAndWindow() throws Exception {
    send(new Input("a", 0, 0, 1));
    send(new Input("a", 59_999, 0, 2));
    send(new Input("a", 60_000, 0, 4));
    send(new Input("b", 0, 0, 8));
    assertThat(operator.getOutput()).isEmpty();

    operator.setProcessingTime(200);

    assertThat(partials())
        .containsExactlyInAnyOrder("a 0: 3 of 2", "a 60000: 4 of 1", "b 0: 8 of 1");
  }

  @Test
  void holdsNothingAcrossAWatermark() throws Exception {
    send(new Input("a", 0, 0, 1));
    operator.processWatermark(5);

    assertThat(operator.getOutput()).hasSize(2).last().isEqualTo(new Watermark(5));
  }

  @Test
  void holdsNothingAcrossABarrier() throws Exception {
    send(new Input("a", 0, 0, 1));
    operator.prepareSnapshotPreBarrier(1);

    assertThat(partials()).containsExactly("a 0: 1 of 1");
  }

  @Test
  void dropsWhatComesAfterItsWindowClosed() throws Exception {
    send(new Input("a", 0, CLOSED - 1, 1));
    send(new Input("a", 0, CLOSED, 2));
    operator.setProcessingTime(200);

    assertThat(partials()).containsExactly("a 0: 1 of 1");
  }

  private void send(Input input) throws Exception {
    operator.processElement(new StreamRecord<>(input));
  }

  private List<String> partials() {
    return operator.extractOutputValues().stream()
        .map(
            partial ->
                "%s %d: %d of %d"
                    .formatted(
                        partial.videoId(),
                        partial.start(),
                        partial.sums().amount,
                        partial.sums().contributions()))
        .toList();
  }
}
