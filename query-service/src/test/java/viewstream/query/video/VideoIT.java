package viewstream.query.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;
import viewstream.query.reply.Replies;

@OnRealStores
class VideoIT {
  private static final String TOKEN = Tokens.creator("cooking");

  private final Stores stores = Stores.shared();
  private final Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
  }

  @Test
  void showsFiguresOfTheNewestVersionOfEachMinute() {
    stores.catalogue("soup", "cooking");
    stores.sql(
        """
        INSERT INTO viewstream.video_minute
          (video_id, minute, version, views, play_attempts, watch_time_ms, played_ms,
           likes, unlikes, comments, buffering_ms, stalls, startup_histogram,
           views_by_country, views_by_device)
        VALUES
          ('soup', toDateTime(%1$d), 1, 1, 1, 1000, 1000, 0, 0, 0, 0, 0, map(), map(), map()),
          ('soup', toDateTime(%1$d), 2, 3, 4, 90000, 90000, 1, 3, 1, 10000, 3,
           map(232, 2, 348, 1), map('DE', 2, 'unknown', 1), map('tv', 3)),
          ('soup', toDateTime(%1$d + 60), 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, map(), map('DE', 1), map('tv', 1))
        """
            .formatted(minute.getEpochSecond()));

    JsonNode reply = api.get("/api/v1/analytics/video/soup?timeRange=1h", TOKEN).json();

    assertThat(reply.at("/video_id").asString()).isEqualTo("soup");
    assertThat(reply.at("/metrics/views").asLong()).isEqualTo(4);
    assertThat(reply.at("/metrics/play_attempts").asLong()).isEqualTo(5);
    assertThat(reply.at("/metrics/watch_time_hours").asDouble()).isCloseTo(0.025, within(1e-12));
    assertThat(reply.at("/metrics/average_view_duration_seconds").asDouble()).isEqualTo(22.5);
    assertThat(reply.at("/metrics/average_percentage_viewed").asDouble()).isEqualTo(37.5);
    assertThat(reply.at("/metrics/likes").asLong()).isEqualTo(-2);
    assertThat(reply.at("/metrics/engagement_rate").asDouble()).isEqualTo(-0.25);
    assertThat(reply.at("/demographics/countries/DE").asDouble()).isEqualTo(0.75);
    assertThat(reply.at("/demographics/countries/unknown").asDouble()).isEqualTo(0.25);
    assertThat(reply.at("/devices/tv").asDouble()).isEqualTo(1);
    assertThat(reply.at("/browsers").isEmpty()).isTrue();
    assertThat(reply.at("/qoe/rebuffer_ratio").asDouble()).isEqualTo(0.1);
    assertThat(reply.at("/qoe/rebuffer_frequency").asDouble()).isEqualTo(2);
    assertThat(reply.at("/qoe/startup_time_ms_p50").asDouble()).isCloseTo(100, within(1.0));
    assertThat(reply.at("/qoe/startup_time_ms_p95").asDouble()).isCloseTo(990, within(10.0));
  }

  @Test
  void countsEveryViewerOnceHoweverTheRangeCutsTheQuarterHours() {
    stores.catalogue("bread", "cooking");
    Instant quarter = quarterHour(Instant.now().minusSeconds(3600 * 2));
    stores.seen("bread", quarter.plusSeconds(59), 1); // before the range
    stores.seen("bread", quarter.plusSeconds(60), 2); // first minute of the cut start
    stores.seen("bread", quarter.plusSeconds(900), 2);
    stores.seen("bread", quarter.plusSeconds(901), 3); // in a whole quarter hour
    stores.seen("bread", quarter.plusSeconds(1859), 4); // last minute of the cut end
    stores.seen("bread", quarter.plusSeconds(1860), 5); // after the range

    String path =
        "/api/v1/analytics/video/bread?from=%s&to=%s"
            .formatted(quarter.plusSeconds(60), quarter.plusSeconds(1860));

    assertThat(api.get(path, TOKEN).at("/metrics/unique_viewers").asLong()).isEqualTo(3);
  }

  @Test
  void showsZerosForAVideoThatNobodyHasSeen() {
    stores.catalogue("salad", "cooking");

    JsonNode reply = api.get("/api/v1/analytics/video/salad", TOKEN).json();

    assertThat(reply.at("/metrics/views").asLong()).isZero();
    assertThat(reply.at("/metrics/views").isNumber()).isTrue();
    assertThat(reply.at("/metrics/completion_rate").asDouble()).isZero();
    assertThat(reply.at("/demographics/countries").isObject()).isTrue();
  }

  @Test
  void saysHowNewItIs() {
    stores.catalogue("stew", "cooking");
    Instant flushed = stores.reportProgress();

    JsonNode freshness = api.get("/api/v1/analytics/video/stew", TOKEN).at("/freshness");

    assertThat(Instant.parse(freshness.at("/data_through").asString()))
        .isBetween(flushed.minusSeconds(5), flushed);
    assertThat(freshness.at("/source").asString()).isEqualTo("realtime");
    assertThat(freshness.at("/exact").asBoolean()).isFalse();
    assertThat(freshness.at("/delayed").asBoolean()).isFalse();
  }

  @Test
  void showsItsPlanToOperatorsOnly() {
    stores.catalogue("pie", "cooking");
    String path = "/api/v1/analytics/video/pie";

    JsonNode shown = plan(path, Tokens.operator());

    assertThat(shown.at("/debug/plan/sql").asString()).contains("FROM viewstream.video_minute");
    assertThat(shown.at("/debug/plan/tables").values())
        .map(JsonNode::asString)
        .containsExactly(
            "rollup_ledger",
            "video_viewers",
            "videos",
            "video_minute",
            "video_quarter_hour",
            "events");
    assertThat(plan(path, TOKEN).has("debug")).isFalse();
    assertThat(api.get(path, Tokens.operator()).json().has("debug")).isFalse();
  }

  private JsonNode plan(String path, String token) {
    return api.call(
            "GET", path, Map.of("Authorization", "Bearer " + token, Replies.DEBUG_HEADER, "plan"))
        .json();
  }

  private static Instant quarterHour(Instant time) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 900) * 900);
  }
}
