package viewstream.flink;

import org.apache.flink.streaming.api.datastream.DataStream;
import viewstream.flink.source.Logged;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.PlaybackEvent;

/** What the topologies read. Each is asked for once, and only by topologies that read it. */
interface Streams {
  /** Topic {@code video_view_events}. */
  DataStream<Logged<PlaybackEvent>> playback();

  /** Topic {@code engagement_events}. */
  DataStream<Logged<EngagementEvent>> engagements();

  /** Topic {@code video_catalog}. */
  DataStream<Logged<CatalogVideo>> videos();

  /** Topic {@code channel_catalog}. */
  DataStream<Logged<CatalogChannel>> channels();
}
