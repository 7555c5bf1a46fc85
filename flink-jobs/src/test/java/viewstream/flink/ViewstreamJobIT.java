package viewstream.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.flink.Fleet.Keyed;
import viewstream.schema.event.CatalogChannel;
import viewstream.schema.event.CatalogVideo;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;
import viewstream.schema.redis.VersionedCount;
import viewstream.schema.registry.RecordDecoder;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.topic.Topic;
import viewstream.stack.Part;

/** The job between real servers. */
class ViewstreamJobIT {
  private static Fleet fleet;
  private static RecordEncoder<PlaybackEvent> playback;

  @TempDir Path checkpoints;

  @BeforeAll
  static void start() throws Exception {
    fleet = new Fleet();
    playback = new RecordEncoder<>(Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class, fleet.registry);
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @Test
  void keepsFactsFiguresCountersAndCatalogue() throws Exception {
    List<PlaybackEvent> events = sessions("all", 20);
    EngagementEvent like =
        EngagementEvent.newBuilder(Events.engagement(EngagementType.like, 0).build())
            .setVideoId("all")
            .setEventTime(Instant.now())
            .build();
    try (RunningJob job = new RunningJob(fleet, checkpoints, null)) {
      append(events);
      append(events.subList(0, 50));
      fleet.append(
          Topic.ENGAGEMENT_EVENTS,
          Collections.nCopies(
              3,
              new Keyed(
                  like.getEventId().toString(),
                  new RecordEncoder<>(
                          Topic.ENGAGEMENT_EVENTS, EngagementEvent.class, fleet.registry)
                      .encode(like))));
      catalogue("all", "A title");
      fleet.awaitProgress(Sink.values());
      fleet.awaitCommitted("viewstream", Topic.VIDEO_VIEW_EVENTS);
    }

    assertSessions("all", 20);
    assertThat(fleet.query("SELECT count() FROM viewstream.events WHERE video_id = 'all'"))
        .isEqualTo("140");
    assertThat(fleet.query("SELECT count() FROM viewstream.engagements WHERE video_id = 'all'"))
        .isEqualTo("1");
    assertThat(figures("likes", "all")).isEqualTo("1");
    assertThat(fleet.query("SELECT channel_id, title FROM viewstream.videos FINAL"))
        .isEqualTo("channel-1\tA title");
    assertThat(fleet.query("SELECT name FROM viewstream.channels FINAL")).isEqualTo("A channel");
  }

  @Test
  void setsRecordsAsideThatCannotBeReadAndGoesOn() throws Exception {
    try (RunningJob job = new RunningJob(fleet, checkpoints, null)) {
      fleet.append(Topic.VIDEO_VIEW_EVENTS, List.of(new Keyed("poison", new byte[] {1, 2, 3})));
      append(sessions("beside-poison", 1));
      fleet.awaitProgress(Sink.EVENTS, Sink.VIDEO_MINUTE, Sink.VIEWS);

      var rejected = new RecordDecoder<>(RejectedEvent.class, fleet.registry);
      assertThat(fleet.values(Topic.REJECTED_EVENTS))
          .map(rejected::decode)
          .anySatisfy(
              record -> {
                assertThat(record.getReason()).isEqualTo("poison_record");
                assertThat(record.getPayload().array()).containsExactly(1, 2, 3);
                assertThat(record.getTopic()).isEqualTo("video_view_events");
                assertThat(record.getOffset()).isNotNegative();
              });
    }
    assertSessions("beside-poison", 1);
  }

  @Test
  void startingAgainFromAnOlderCheckpointChangesNothing() throws Exception {
    List<PlaybackEvent> events = sessions("restored", 60);
    Collections.shuffle(events, new Random(1));
    Path checkpoint;
    try (RunningJob job = new RunningJob(fleet, checkpoints, null)) {
      append(events.subList(0, 100));
      checkpoint = job.awaitCheckpoint();
      append(events.subList(100, 250));
      fleet.awaitProgress(Sink.EVENTS, Sink.VIDEO_MINUTE, Sink.VIEWS);
    }
    try (RunningJob job = new RunningJob(fleet, checkpoints, checkpoint)) {
      append(events.subList(200, events.size()));
      fleet.awaitProgress(Sink.EVENTS, Sink.VIDEO_MINUTE, Sink.VIEWS);
    }

    assertSessions("restored", 60);
  }

  @Test
  void listsWhatIsTrendingAlsoFromAnOlderCheckpoint() throws Exception {
    List<PlaybackEvent> events = new ArrayList<>();
    IntStream.range(0, 30)
        .forEach(i -> events.addAll(Session.of("trending-" + i, "trending", 120)));
    Path checkpoint;
    try (RunningJob job = new RunningJob(fleet, checkpoints, null)) {
      append(events.subList(0, 70));
      checkpoint = job.awaitCheckpoint();
      append(events.subList(70, 140));
      fleet.awaitProgress(Sink.TRENDING, Sink.TRENDING_SNAPSHOTS);
      assertTrending("trending", 20);
    }
    try (RunningJob job = new RunningJob(fleet, checkpoints, checkpoint)) {
      append(events.subList(140, events.size()));
      fleet.awaitProgress(Sink.TRENDING, Sink.TRENDING_SNAPSHOTS);
    }

    assertTrending("trending", 30);
  }

  @Test
  void goesOnWithoutClickHouseAndCatchesUp() throws Exception {
    try (RunningJob job = new RunningJob(fleet, checkpoints, null)) {
      append(sessions("outage", 5));
      fleet.awaitProgress(Sink.EVENTS, Sink.VIEWS);
      fleet.servers.stop(Part.CLICKHOUSE);

      append(sessions("outage", 7));
      fleet.awaitProgress(Sink.VIEWS);
      assertThat(counter("outage")).isEqualTo(12);
      job.awaitCheckpoint();

      fleet.servers.startAgain(Part.CLICKHOUSE);
      fleet.servers.awaitHealthy(Part.CLICKHOUSE);
      fleet.awaitProgress(Sink.EVENTS, Sink.VIDEO_MINUTE);
    }

    assertSessions("outage", 12);
  }

  private static void assertSessions(String videoId, int sessions) throws Exception {
    assertThat(
            figures(
                "play_attempts, views, engaged_views, completions, watch_time_ms,"
                    + " views_by_country['DE']",
                videoId))
        .isEqualTo(
            String.join(
                    "\t", Collections.nCopies(4, Integer.toString(sessions)).toArray(String[]::new))
                + "\t"
                + sessions * Session.WATCHED_MS
                + "\t"
                + sessions);
    assertThat(
            fleet.query(
                "SELECT count(), countIf(is_attempt), countIf(is_view), sum(credited_ms)"
                    + " FROM viewstream.events FINAL WHERE video_id = '%s'".formatted(videoId)))
        .isEqualTo(
            "%d\t%d\t%d\t%d"
                .formatted(7 * sessions, sessions, sessions, sessions * Session.WATCHED_MS));
    await().atMost(Duration.ofSeconds(10)).until(() -> counter(videoId) == sessions);
  }

  private static void assertTrending(String videoId, long views) throws Exception {
    for (String region : List.of("DE", RedisKeys.GLOBAL)) {
      TrendingList list =
          TrendingList.parse(fleet.hash(RedisKeys.trendingMeta(region, TrendingWindow.HOUR)));
      assertThat(list.rows()).contains(new TrendingRow(videoId, views, 0, null));
      assertThat(
              fleet.query(
                  "SELECT views FROM viewstream.trending_snapshots FINAL WHERE region = '%s'"
                          .formatted(region)
                      + " AND window = '1h' AND video_id = '%s' AND taken_at = %d"
                          .formatted(videoId, list.windowEnd().getEpochSecond())))
          .isEqualTo(Long.toString(views));
    }
  }

  private static String figures(String columns, String videoId) throws Exception {
    return fleet.query(
        "SELECT %s FROM viewstream.video_minute FINAL WHERE video_id = '%s'"
            .formatted(columns.replaceAll("([a-z_]+(\\['\\w+'])?)", "sum($1)"), videoId));
  }

  private static long counter(String videoId) {
    return fleet.hash(RedisKeys.views(videoId)).values().stream()
        .mapToLong(value -> VersionedCount.parse(value).count())
        .sum();
  }

  private static List<PlaybackEvent> sessions(String videoId, int count) {
    List<PlaybackEvent> events = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i ->
                events.addAll(Session.of(videoId + "-" + i + "-" + System.nanoTime(), videoId, i)));
    return events;
  }

  private static void append(List<PlaybackEvent> events) throws Exception {
    fleet.append(
        Topic.VIDEO_VIEW_EVENTS,
        events.stream()
            .map(event -> new Keyed(event.getViewId(), playback.encode(event)))
            .toList());
  }

  private static void catalogue(String videoId, String title) throws Exception {
    fleet.append(
        Topic.VIDEO_CATALOG,
        List.of(
            new Keyed(
                videoId,
                new RecordEncoder<>(Topic.VIDEO_CATALOG, CatalogVideo.class, fleet.registry)
                    .encode(
                        CatalogVideo.newBuilder()
                            .setVideoId(videoId)
                            .setChannelId("channel-1")
                            .setTitle(title)
                            .setReceivedTime(Instant.now())
                            .build()))));
    fleet.append(
        Topic.CHANNEL_CATALOG,
        List.of(
            new Keyed(
                "channel-1",
                new RecordEncoder<>(Topic.CHANNEL_CATALOG, CatalogChannel.class, fleet.registry)
                    .encode(
                        CatalogChannel.newBuilder()
                            .setChannelId("channel-1")
                            .setName("A channel")
                            .setReceivedTime(Instant.now())
                            .build()))));
  }
}
