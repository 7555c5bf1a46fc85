package viewstream.flink.aggregate;

import java.time.Duration;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import viewstream.flink.metrics.JobMetrics;

/**
 * Adds up in memory before anything is sent to the task that owns a video: a video with half of all
 * traffic then costs its owner a few additions a second. Nothing is held across a watermark or a
 * checkpoint barrier, so nothing has to be remembered.
 *
 * @param <I> what contributes
 * @param <S> the figures
 */
final class Combiner<I, S extends Sums<S>> extends AbstractStreamOperator<Partial<S>>
    implements OneInputStreamOperator<I, Partial<S>> {
  private static final long serialVersionUID = 1;
  private static final int MOST_SLOTS = 5_000;
  private static final Duration LONGEST_HOLD = Duration.ofMillis(200);

  private final Window window;
  private final Aggregation.Empty<S> empty;
  private final Contributions<I, S> contributions;
  private transient Slots<S> slots;

  Combiner(Window window, Aggregation.Empty<S> empty, Contributions<I, S> contributions) {
    this.window = window;
    this.empty = empty;
    this.contributions = contributions;
  }

  @Override
  public void open() throws Exception {
    super.open();
    slots =
        new Slots<>(
            window,
            empty,
            getMetricGroup().addGroup(JobMetrics.GROUP).counter(JobMetrics.LATE_CONTRIBUTIONS));
    flushLater();
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    contributions.contribute(element.getValue(), slots);
    if (slots.size() >= MOST_SLOTS) {
      flush();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flush();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  private void flush() {
    slots.drain(partial -> output.collect(new StreamRecord<>(partial)));
  }

  private void flushLater() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    getProcessingTimeService()
        .registerTimer(
            now + LONGEST_HOLD.toMillis(),
            time -> {
              flush();
              flushLater();
            });
  }
}
