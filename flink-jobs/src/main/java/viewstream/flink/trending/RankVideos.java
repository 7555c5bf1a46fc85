package viewstream.flink.trending;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import viewstream.flink.aggregate.Partial;
import viewstream.flink.metrics.JobMetrics;

/**
 * Owns the rings of a video and tells this task's part of every list.
 *
 * <p>What the next list needs is in memory, so a view costs no access to state: state is written
 * when a checkpoint is taken, each changed ring once, and read when the task starts. Nothing that
 * was told is in state; a restored task tells everything anew.
 *
 * <p>A watermark is held back until all parts for the windows that it ends have been told: a
 * watermark downstream is the proof that a task which told nothing has nothing.
 */
final class RankVideos extends AbstractStreamOperator<Part>
    implements OneInputStreamOperator<Partial<RegionViews>, Part> {
  private static final long serialVersionUID = 1;
  private static final String STATE = "rings";

  private final Duration emitInterval;

  private transient MapState<String, Rings> state;
  private transient Boards boards;
  private transient @Nullable Watermark held;

  /** Written by the task's thread alone, read by the reporter of metrics. */
  private transient volatile int rings;

  /**
   * @param emitInterval processing time between looks at which lists are new
   */
  RankVideos(Duration emitInterval) {
    this.emitInterval = emitInterval;
  }

  @Override
  public void open() throws Exception {
    super.open();
    state =
        getPartitionedState(
            new MapStateDescriptor<>(STATE, StringSerializer.INSTANCE, new RingsSerializer()));
    boards = new Boards(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
    restore();
    getMetricGroup().addGroup(JobMetrics.GROUP).gauge(JobMetrics.RINGS, () -> rings);
    emitLater();
  }

  @Override
  public void processElement(StreamRecord<Partial<RegionViews>> element) {
    Partial<RegionViews> views = element.getValue();
    boards.add(views.videoId(), views.start(), views.sums());
  }

  @Override
  public void processWatermark(Watermark mark) {
    held = mark;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    for (Map.Entry<String, Set<String>> video : boards.drainChanged().entrySet()) {
      setCurrentKey(video.getKey());
      for (String region : video.getValue()) {
        Rings now = boards.rings(video.getKey(), region);
        if (now.isEmpty()) {
          state.remove(region);
        } else {
          state.put(region, now);
        }
      }
    }
  }

  @Override
  public void finish() throws Exception {
    emit();
    super.finish();
  }

  private void restore() throws Exception {
    KeyedStateBackend<String> backend = getKeyedStateBackend();
    List<String> videos;
    try (Stream<String> keys = backend.getKeys(STATE, VoidNamespace.INSTANCE)) {
      videos = keys.toList();
    }
    for (String videoId : videos) {
      setCurrentKey(videoId);
      for (Map.Entry<String, Rings> region : state.entries()) {
        boards.restore(videoId, region.getKey(), region.getValue());
      }
    }
  }

  private void emit() {
    if (held == null) {
      return;
    }
    if (held.getTimestamp() < Watermark.MAX_WATERMARK.getTimestamp()) {
      boards.rank(held.getTimestamp(), part -> output.collect(new StreamRecord<>(part)));
    }
    rings = boards.rings();
    output.emitWatermark(held);
    held = null;
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
