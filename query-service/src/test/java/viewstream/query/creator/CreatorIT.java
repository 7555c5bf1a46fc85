package viewstream.query.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;
import viewstream.query.observability.QueryMetrics;
import viewstream.query.reply.Replies;
import viewstream.schema.redis.RedisKeys;

@OnRealStores
class CreatorIT {
  private static final double SECOND_IN_HOURS = 1 / 3600.0;

  private final Stores stores = Stores.shared();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @LocalServerPort private int port;
  @Autowired private MeterRegistry meters;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
  }

  @Test
  void addsUpAllVideosOfTheChannel() {
    stores.catalogue("creator-a", "studio");
    stores.catalogue("creator-b", "studio");
    stores.catalogue("creator-c", "rival");
    stores.views("creator-a", start(today), 3);
    stores.views("creator-a", start(today.minusDays(2)), 4);
    stores.views("creator-b", start(today.minusDays(1)), 10);
    stores.views("creator-c", start(today), 1000);
    stores.seen("creator-a", start(today).plusSeconds(1), 1);
    stores.seen("creator-b", start(today.minusDays(1)), 1);
    stores.seen("creator-b", start(today.minusDays(1)), 2);

    JsonNode reply = get("studio", "period=7d");

    assertThat(reply.at("/channel_id").asString()).isEqualTo("studio");
    assertThat(reply.at("/creator_id").asString()).isEqualTo("studio");
    assertThat(reply.at("/period").asString()).isEqualTo("7d");
    assertThat(reply.at("/total_views").asLong()).isEqualTo(17);
    assertThat(reply.at("/watch_time_hours").asDouble())
        .isCloseTo(17 * SECOND_IN_HOURS, within(1e-12));
    assertThat(reply.at("/unique_viewers").asLong()).isEqualTo(2);
    assertThat(reply.at("/metrics_over_time").values())
        .map(day -> day.at("/date").asString() + " " + day.at("/views").asLong())
        .containsExactly(
            today.minusDays(6) + " 0",
            today.minusDays(5) + " 0",
            today.minusDays(4) + " 0",
            today.minusDays(3) + " 0",
            today.minusDays(2) + " 4",
            today.minusDays(1) + " 10",
            today + " 3");
    assertThat(reply.at("/top_videos").values())
        .map(video -> video.at("/video_id").asString() + " " + video.at("/views").asLong())
        .containsExactly("creator-b 10", "creator-a 7");
    assertThat(reply.at("/previous_period").propertyNames())
        .containsExactly("total_views", "watch_time_hours", "unique_viewers", "subscribers_gained");
    assertThat(reply.at("/previous_period/total_views").asLong()).isZero();
    assertThat(reply.has("revenue")).isFalse();
    assertThat(reply.at("/freshness/delayed").asBoolean()).isFalse();
    assertThat(reply.at("/freshness/exact").asBoolean()).isFalse();
  }

  @Test
  void showsTheTenMostViewedByTitle() {
    for (int video = 1; video <= 12; video++) {
      stores.sql(
          """
          INSERT INTO viewstream.videos (video_id, channel_id, title, live, log_time, version)
          VALUES ('top-%1$02d', 'charts', 'Nr. %1$d', false, now64(3), 1)
          """
              .formatted(video));
      stores.views("top-%02d".formatted(video), start(today), video / 2);
    }

    assertThat(get("charts", "period=28d").at("/top_videos").values())
        .map(video -> video.at("/title").asString())
        .containsExactly(
            "Nr. 12", "Nr. 10", "Nr. 11", "Nr. 8", "Nr. 9", "Nr. 6", "Nr. 7", "Nr. 4", "Nr. 5",
            "Nr. 2");
  }

  @Test
  void countsSubscriptionsOfVideosAndOfTheChannelAlone() {
    stores.catalogue("subscribed", "fans");
    stores.sql(
        "INSERT INTO viewstream.video_minute (video_id, minute, version, subscribes) VALUES"
            + " ('subscribed', toDateTime(%d), 1, 2)".formatted(start(today).getEpochSecond()));
    for (String row :
        List.of(
            "'fans', 'subscribe', true, 'human'",
            "'fans', 'subscribe', false, 'human'",
            "'fans', 'subscribe', true, 'bot'",
            "'fans', 'unsubscribe', true, 'human'",
            "'others', 'subscribe', true, 'human'")) {
      stores.sql(
          """
          INSERT INTO viewstream.engagements
            (video_id, event_time, event_id, channel_id, type, in_live_figures, traffic_class)
          VALUES ('', fromUnixTimestamp64Milli(%d), generateUUIDv4(), %s)
          """
              .formatted(start(today).toEpochMilli(), row));
    }

    assertThat(get("fans", "period=7d").at("/subscribers_gained").asLong()).isEqualTo(3);
  }

  @Test
  void takesAVideosHistoryToItsNewChannel() {
    stores.catalogue("moving", "before", 1);
    stores.views("moving", start(today), 5);
    stores.catalogue("moving", "after", 2);

    assertThat(get("before", "period=7d").at("/total_views").asLong()).isZero();
    assertThat(get("after", "period=7d").at("/total_views").asLong()).isEqualTo(5);
  }

  @Test
  void beginsDaysAtMidnightOfTheZone() {
    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    LocalDate there = LocalDate.now(zone);
    Instant midnight = there.atStartOfDay(zone).toInstant();
    stores.catalogue("zoned", "kathmandu");
    stores.views("zoned", midnight.minusSeconds(60), 1);
    stores.views("zoned", midnight, 2);

    assertThat(get("kathmandu", "period=7d&tz=Asia/Kathmandu").at("/metrics_over_time").values())
        .map(day -> day.at("/date").asString() + " " + day.at("/views").asLong())
        .endsWith(there.minusDays(1) + " 1", there + " 2");
  }

  @Test
  void isZerosForAChannelWithoutVideosAndKeptForOtherInstances() {
    JsonNode reply = get("empty", "period=365d");

    assertThat(reply.at("/total_views").asLong()).isZero();
    assertThat(reply.at("/top_videos").values()).isEmpty();
    assertThat(reply.at("/metrics_over_time").values()).hasSize(365);
    String key = RedisKeys.creatorDashboard("empty", "365d", "UTC");
    await().untilAsserted(() -> assertThat(stores.redis().ttl(key)).isBetween(1L, 300L));
  }

  @Test
  void costsOneQueryWhichReadsTheChannelsRowsOnly() {
    double before = queries();
    JsonNode plan =
        api.call(
                "GET",
                "/api/v1/analytics/creator/planned",
                Map.of(
                    "Authorization", "Bearer " + Tokens.operator(), Replies.DEBUG_HEADER, "plan"))
            .at("/debug/plan");

    assertThat(queries() - before).isEqualTo(1);
    assertThat(plan.at("/tables").values())
        .map(JsonNode::asString)
        .containsExactly(
            "videos",
            "channel_videos",
            "rollup_ledger",
            "video_viewers",
            "video_minute",
            "video_quarter_hour",
            "video_day",
            "engagements",
            "events");
  }

  @Test
  void refusesWhatIsNoPeriod() {
    Api.Answer answer =
        api.get("/api/v1/analytics/creator/studio?period=24h", Tokens.creator("studio"));

    assertThat(answer.problem()).isEqualTo("400 invalid_parameter");
    assertThat(answer.at("/detail").asString())
        .isEqualTo("period must be one of 7d, 28d, 90d, 365d");
  }

  private JsonNode get(String channel, String parameters) {
    String path = "/api/v1/analytics/creator/" + channel + "?" + parameters;
    return api.get(path, Tokens.creator(channel)).json();
  }

  private double queries() {
    return meters
        .find(QueryMetrics.CLICKHOUSE_QUERIES)
        .tag(QueryMetrics.QUERY, "creator")
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
