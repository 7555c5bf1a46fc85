package viewstream.flink.tracking;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import viewstream.flink.source.Logged;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.TrafficClass;

/**
 * From what players report to what counts. Whatever is to be told about views – minutes, counters,
 * facts – attaches to the stream that comes out here.
 */
public final class Tracking {
  private Tracking() {}

  /**
   * @param reports playback events as the log has them
   * @param mostEventsPerView how many events are remembered of one view
   */
  public static SingleOutputStreamOperator<Tracked> define(
      DataStream<Logged<PlaybackEvent>> reports, int mostEventsPerView) {
    return reports
        .keyBy(Tracking::key, Types.STRING)
        .process(new ViewTracker(mostEventsPerView), Tracked.TYPE)
        .uid("view-tracker")
        .name("Track views");
  }

  /** Robots are tracked apart, so that none can touch a person's view. No id contains a slash. */
  private static String key(Logged<PlaybackEvent> report) {
    PlaybackEvent event = report.value();
    TrafficClass traffic = event.getOrigin().getTrafficClass();
    return traffic == TrafficClass.human
        ? event.getViewId()
        : traffic.name() + "/" + event.getViewId();
  }
}
