package viewstream.flink.tracking;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import viewstream.flink.source.Logged;
import viewstream.schema.event.PlaybackEvent;

/**
 * Keeps each {@link View} in state. All decisions are the view's own; the timer here only clears
 * away what the view has forgotten already.
 */
final class ViewTracker extends KeyedProcessFunction<String, Logged<PlaybackEvent>, Tracked> {
  private static final long serialVersionUID = 1;

  /** Brokers' clocks may step back a little; state outlives its use by more than they do. */
  private static final long MARGIN_MS = 60_000;

  private final int mostEventsPerView;
  private transient ValueState<View> views;
  private transient TrackingMetrics metrics;

  ViewTracker(int mostEventsPerView) {
    this.mostEventsPerView = mostEventsPerView;
  }

  @Override
  public void open(OpenContext context) {
    views = getRuntimeContext().getState(new ValueStateDescriptor<>("view", new ViewSerializer()));
    metrics = new TrackingMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Logged<PlaybackEvent> report, Context context, Collector<Tracked> out)
      throws Exception {
    @Nullable View known = views.value();
    View view = known == null ? new View() : known;
    Verdict verdict = view.fold(report.value(), report.time(), mostEventsPerView);
    metrics.count(verdict);
    switch (verdict) {
      case Verdict.Accepted accepted -> {
        views.update(view);
        if (known == null) {
          context.timerService().registerEventTimeTimer(view.forgottenAfter() + MARGIN_MS);
        }
        out.collect(Tracked.of(report, accepted));
      }
      case Verdict.TooLate late -> out.collect(Tracked.forTheRollupAlone(report));
      case Verdict.BeyondMemory beyond -> out.collect(Tracked.forTheRollupAlone(report));
      case Verdict.Duplicate duplicate -> {}
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Tracked> out) throws Exception {
    @Nullable View view = views.value();
    if (view == null) {
      return;
    }
    long due = view.forgottenAfter() + MARGIN_MS;
    if (due > time) {
      context.timerService().registerEventTimeTimer(due);
    } else {
      views.clear();
    }
  }
}
