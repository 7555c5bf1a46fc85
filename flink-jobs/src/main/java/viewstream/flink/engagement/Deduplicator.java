package viewstream.flink.engagement;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import viewstream.flink.metrics.JobMetrics;
import viewstream.flink.source.Logged;
import viewstream.schema.event.EngagementEvent;

/**
 * Lets each engagement through once. An id is remembered until the log is 24 hours past the event's
 * time; whatever comes later than that is for the rollup alone.
 */
final class Deduplicator extends KeyedProcessFunction<String, Logged<EngagementEvent>, Engaged> {
  private static final long serialVersionUID = 1;
  private static final Duration MEMORY = Duration.ofHours(24);

  /** Brokers' clocks may step back a little; state outlives its use by more than they do. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private transient ValueState<Long> remembered;
  private transient Counter accepted;
  private transient Counter duplicates;
  private transient Counter tooLate;

  @Override
  public void open(OpenContext context) {
    remembered =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("event-time", LongSerializer.INSTANCE));
    MetricGroup group = getRuntimeContext().getMetricGroup().addGroup(JobMetrics.GROUP);
    accepted = group.counter(JobMetrics.ACCEPTED);
    duplicates = group.counter(JobMetrics.DUPLICATES);
    tooLate = group.counter(JobMetrics.TOO_LATE);
  }

  @Override
  public void processElement(
      Logged<EngagementEvent> report, Context context, Collector<Engaged> out) throws Exception {
    long eventTime = report.value().getEventTime().toEpochMilli();
    if (report.time() > eventTime + MEMORY.toMillis()) {
      tooLate.inc();
      out.collect(new Engaged(report, false));
      return;
    }
    @Nullable Long first = remembered.value();
    if (first != null && report.time() <= first + MEMORY.toMillis()) {
      duplicates.inc();
      return;
    }
    accepted.inc();
    remembered.update(eventTime);
    context.timerService().registerEventTimeTimer(eventTime + MEMORY.plus(MARGIN).toMillis());
    out.collect(new Engaged(report, true));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Engaged> out) {
    remembered.clear();
  }
}
