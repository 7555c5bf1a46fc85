package viewstream.flink.engagement;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import viewstream.flink.source.Logged;
import viewstream.schema.event.EngagementEvent;

/** From what is reported about likes, comments and the rest to what counts. */
public final class Engagements {
  private Engagements() {}

  /**
   * @param reports engagement events as the log has them
   */
  public static SingleOutputStreamOperator<Engaged> define(
      DataStream<Logged<EngagementEvent>> reports) {
    return reports
        .keyBy(report -> report.value().getEventId().toString(), Types.STRING)
        .process(new Deduplicator(), Engaged.TYPE)
        .uid("engagement-deduplicator")
        .name("Drop repeated engagements");
  }
}
