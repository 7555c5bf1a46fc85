package viewstream.flink.aggregate;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import viewstream.flink.serial.VersionedSerializer;

/**
 * Owns the figures of a video: folds in what the combiners send and, every so often, emits the
 * whole value of each window that has changed.
 *
 * <p>Everything changed is emitted before a checkpoint barrier, so which windows have changed need
 * not be in state. A watermark is held back until all that came before it has been emitted: a
 * watermark downstream is the proof that nothing older is still to come out of here.
 *
 * @param <S> the figures
 */
final class VersionedAggregate<S extends Sums<S>> extends AbstractStreamOperator<Total<S>>
    implements OneInputStreamOperator<Partial<S>, Total<S>>, Triggerable<String, Long> {
  private static final long serialVersionUID = 1;

  private final Window window;
  private final VersionedSerializer<S> serializer;
  private final int generation;
  private final Duration emitInterval;

  private transient MapState<Long, S> sums;
  private transient InternalTimerService<Long> timers;
  private transient Set<Slot> changed;
  private transient @Nullable Watermark held;

  /**
   * @param generation of the output: values of a higher generation replace those of a lower one
   * @param emitInterval processing time between emissions of what has changed
   */
  VersionedAggregate(
      Window window, VersionedSerializer<S> serializer, int generation, Duration emitInterval) {
    this.window = window;
    this.serializer = serializer;
    this.generation = generation;
    this.emitInterval = emitInterval;
  }

  @Override
  public void open() throws Exception {
    super.open();
    sums =
        getPartitionedState(new MapStateDescriptor<>("sums", LongSerializer.INSTANCE, serializer));
    timers = getInternalTimerService("drop", LongSerializer.INSTANCE, this);
    changed = new HashSet<>();
    emitLater();
  }

  @Override
  public void processElement(StreamRecord<Partial<S>> element) throws Exception {
    Partial<S> partial = element.getValue();
    @Nullable S sum = sums.get(partial.start());
    if (sum == null) {
      sums.put(partial.start(), partial.sums());
      timers.registerEventTimeTimer(partial.start(), window.dropped(partial.start()));
    } else {
      sum.add(partial.sums());
      sums.put(partial.start(), sum);
    }
    changed.add(new Slot(partial.videoId(), partial.start()));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    held = mark;
    if (timeServiceManager != null) {
      timeServiceManager.advanceWatermark(mark);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    emit();
  }

  @Override
  public void finish() throws Exception {
    emit();
    super.finish();
  }

  @Override
  public void onEventTime(InternalTimer<String, Long> timer) throws Exception {
    Slot slot = new Slot(timer.getKey(), timer.getNamespace());
    if (changed.remove(slot)) {
      emit(slot);
    }
    sums.remove(slot.start());
  }

  @Override
  public void onProcessingTime(InternalTimer<String, Long> timer) {
    throw new IllegalStateException("no such timer is ever set");
  }

  private void emit() throws Exception {
    for (Slot slot : changed) {
      setCurrentKey(slot.videoId());
      emit(slot);
    }
    changed.clear();
    if (held != null) {
      output.emitWatermark(held);
      held = null;
    }
  }

  private void emit(Slot slot) throws Exception {
    S sum = sums.get(slot.start());
    long version = Total.version(generation, sum.contributions());
    output.collect(new StreamRecord<>(new Total<>(slot.videoId(), slot.start(), version, sum)));
  }

  private void emitLater() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    getProcessingTimeService()
        .registerTimer(
            now + emitInterval.toMillis(),
            time -> {
              emit();
              emitLater();
            });
  }
}
