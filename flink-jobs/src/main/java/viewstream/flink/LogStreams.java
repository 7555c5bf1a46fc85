package viewstream.flink;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.source.Log;
import viewstream.flink.source.Logged;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;

/**
 * The streams as the log has them.
 *
 * @param log reads topics
 * @param partitions of each topic
 * @param parallelism of the job
 */
record LogStreams(Log log, Map<Topic, Integer> partitions, int parallelism) implements Streams {
  @Override
  public DataStream<Logged<PlaybackEvent>> playback() {
    return read(Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class, parallelism);
  }

  @Override
  public DataStream<Logged<EngagementEvent>> engagements() {
    return read(Topic.ENGAGEMENT_EVENTS, EngagementEvent.class, parallelism);
  }

  @Override
  public DataStream<Logged<CatalogVideo>> videos() {
    return read(Topic.VIDEO_CATALOG, CatalogVideo.class, 1);
  }

  @Override
  public DataStream<Logged<CatalogChannel>> channels() {
    return read(Topic.CHANNEL_CATALOG, CatalogChannel.class, 1);
  }

  private <T extends SpecificRecord> DataStream<Logged<T>> read(
      Topic topic, Class<T> type, int wanted) {
    return log.read(topic, type, Math.min(wanted, partitions.get(topic)));
  }
}
