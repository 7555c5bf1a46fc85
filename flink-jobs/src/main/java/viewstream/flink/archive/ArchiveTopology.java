package viewstream.flink.archive;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.engagement.Engaged;
import viewstream.flink.tracking.Tracked;

/** Keeps every distinct event as a fact: what all exact figures are counted from. */
public final class ArchiveTopology {
  private ArchiveTopology() {}

  /**
   * @param events takes rows of {@link EventTable}
   * @param facts takes rows of {@link EngagementTable}
   */
  public static void define(
      DataStream<Tracked> playback,
      DataStream<Engaged> engagements,
      Sink<byte[]> events,
      Sink<byte[]> facts) {
    playback
        .map(
            fact -> EventTable.ROWS.row(fact),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("events-row")
        .name("Write event rows")
        .sinkTo(events)
        .uid("events-sink")
        .name("ClickHouse events");
    engagements
        .map(
            fact -> EngagementTable.ROWS.row(fact),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid("engagements-row")
        .name("Write engagement rows")
        .sinkTo(facts)
        .uid("engagements-sink")
        .name("ClickHouse engagements");
  }
}
