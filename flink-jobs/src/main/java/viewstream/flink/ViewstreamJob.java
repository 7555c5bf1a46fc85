package viewstream.flink;

import static viewstream.schema.redis.Sink.CHANNELS;
import static viewstream.schema.redis.Sink.ENGAGEMENTS;
import static viewstream.schema.redis.Sink.EVENTS;
import static viewstream.schema.redis.Sink.TRENDING;
import static viewstream.schema.redis.Sink.TRENDING_SNAPSHOTS;
import static viewstream.schema.redis.Sink.VIDEOS;
import static viewstream.schema.redis.Sink.VIDEO_MINUTE;
import static viewstream.schema.redis.Sink.VIEWS;

import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import viewstream.flink.JobOptions.Job;
import viewstream.flink.archive.ArchiveTopology;
import viewstream.flink.catalog.CatalogTopology;
import viewstream.flink.counter.CounterTopology;
import viewstream.flink.engagement.Engaged;
import viewstream.flink.engagement.Engagements;
import viewstream.flink.minute.MinuteTopology;
import viewstream.flink.source.Log;
import viewstream.flink.tick.Ticks;
import viewstream.flink.tracking.Tracked;
import viewstream.flink.tracking.Tracking;
import viewstream.flink.trending.TrendingTopology;

/** Tracks views and keeps the live figures. */
public final class ViewstreamJob {
  private static final Set<Job> TRACKING =
      EnumSet.of(Job.ARCHIVE, Job.MINUTES, Job.COUNTER, Job.TRENDING);

  private ViewstreamJob() {}

  /** See {@link JobOptions} for the arguments. */
  public static void main(String[] arguments) throws Exception {
    JobOptions options = JobOptions.parse(arguments, System.getenv());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(ExecutionSettings.of(options));
    build(environment, options);
    environment.execute(options.name());
  }

  /** The topologies, between Kafka and the stores. */
  static void build(StreamExecutionEnvironment environment, JobOptions options)
      throws InterruptedException {
    Log log =
        new Log(environment, options.bootstrapServers(), options.registryUrl(), options.name());
    Streams streams =
        new LogStreams(log, Partitions.count(options.bootstrapServers()), options.parallelism());
    define(options, streams, new StoreSinks(options.clickHouseUrl(), options.redisUrl()));
    log.keepRejected();
    Ticks.define(environment, options.bootstrapServers(), log.topics());
  }

  /** All topologies that are wanted, on one tracker. */
  static void define(JobOptions options, Streams streams, Sinks sinks) {
    Set<Job> jobs = options.jobs();
    if (jobs.contains(Job.CATALOG)) {
      CatalogTopology.define(
          streams.videos(), streams.channels(), sinks.to(VIDEOS), sinks.to(CHANNELS));
    }
    if (jobs.stream().noneMatch(TRACKING::contains)) {
      return;
    }
    DataStream<Tracked> tracked = Tracking.define(streams.playback(), options.mostEventsPerView());
    if (jobs.contains(Job.COUNTER)) {
      CounterTopology.define(
          tracked, options.generation(), options.counterInterval(), sinks.to(VIEWS));
    }
    if (jobs.contains(Job.TRENDING)) {
      TrendingTopology.define(
          tracked,
          options.generation(),
          options.emitInterval(),
          sinks.to(TRENDING),
          sinks.to(TRENDING_SNAPSHOTS));
    }
    if (jobs.contains(Job.ARCHIVE) || jobs.contains(Job.MINUTES)) {
      DataStream<Engaged> engaged = Engagements.define(streams.engagements());
      if (jobs.contains(Job.ARCHIVE)) {
        ArchiveTopology.define(tracked, engaged, sinks.to(EVENTS), sinks.to(ENGAGEMENTS));
      }
      if (jobs.contains(Job.MINUTES)) {
        MinuteTopology.define(
            tracked, engaged, options.generation(), options.emitInterval(), sinks.to(VIDEO_MINUTE));
      }
    }
  }
}
