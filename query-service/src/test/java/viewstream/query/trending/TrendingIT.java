package viewstream.query.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

@OnRealStores
class TrendingIT {
  private final Stores stores = Stores.shared();
  private final Instant end = TrendingWindow.HOUR.endAt(Instant.now());

  @LocalServerPort private int port;
  private Api api;
  private Instant flushed = Instant.EPOCH;

  @BeforeEach
  void connect() {
    api = new Api(port);
    flushed = stores.reportProgress();
  }

  @Test
  void namesTheVideosOfTheStreamsList() {
    stores.sql(
        """
        INSERT INTO viewstream.videos (video_id, channel_id, title, live, log_time, version)
        VALUES ('hit', 'pop', 'The hit', false, now64(3), 1)
        """);
    publish("SE", new TrendingRow("hit", 30, 10, 2), new TrendingRow("unnamed", 20, 0, null));

    JsonNode reply = get("region=SE&timeRange=1h");

    assertThat(reply.at("/region").asString()).isEqualTo("SE");
    assertThat(reply.at("/time_range").asString()).isEqualTo("1h");
    assertThat(reply.at("/window_start").asString())
        .isEqualTo(end.minus(Duration.ofHours(1)).toString());
    assertThat(reply.at("/window_end").asString()).isEqualTo(end.toString());
    assertThat(reply.at("/updated_at").asString()).isEqualTo(end.plusMillis(500).toString());
    assertThat(reply.at("/trending/0").toString())
        .isEqualTo(
            "{\"rank\":1,\"previous_rank\":2,\"video_id\":\"hit\",\"title\":\"The hit\","
                + "\"channel_id\":\"pop\",\"views\":30,\"growth_rate\":2.0}");
    assertThat(reply.at("/trending/1").toString())
        .isEqualTo(
            "{\"rank\":2,\"previous_rank\":null,\"video_id\":\"unnamed\",\"views\":20,"
                + "\"growth_rate\":3.0}");
    assertThat(Instant.parse(reply.at("/freshness/data_through").asString()))
        .isAfterOrEqualTo(flushed.minusSeconds(2));
    assertThat(reply.at("/freshness/exact").asBoolean()).isTrue();
    assertThat(reply.at("/freshness/delayed").asBoolean()).isFalse();
  }

  @Test
  void showsAsManyRowsAsAskedFor() {
    publish("NO", new TrendingRow("first", 3, 0, null), new TrendingRow("second", 2, 0, null));

    assertThat(videos(get("region=NO&timeRange=1h&limit=1"))).containsExactly("first");
    assertThat(videos(get("region=NO&timeRange=1h&limit=2"))).containsExactly("first", "second");
  }

  @Test
  void fallsBackToWhatWasShownWhenRedisLostIt() {
    stores.catalogue("archived", "museum");
    snapshot("FI", end.minusSeconds(60), 1, "older", 9);
    snapshot("FI", end, 1, "archived", 7);
    snapshot("FI", end, 2, "other", 5);
    snapshot("global", end, 1, "archived", 7);

    JsonNode reply = get("region=FI&timeRange=1h");

    assertThat(videos(reply)).containsExactly("archived", "other");
    assertThat(reply.at("/trending/0/channel_id").asString()).isEqualTo("museum");
    assertThat(reply.at("/trending/0/growth_rate").asDouble()).isEqualTo(17 / 11.0);
    assertThat(reply.at("/trending/1").has("channel_id")).isFalse();
    assertThat(reply.at("/window_end").asString()).isEqualTo(end.toString());
  }

  @Test
  void isEmptyInARegionThatIsNoLongerWatched() {
    snapshot("DK", end.minusSeconds(600), 1, "past", 9);
    snapshot("global", end, 1, "archived", 7);

    assertThat(videos(get("region=DK&timeRange=1h"))).isEmpty();
  }

  @Test
  void isEmptyInARegionThatWasNeverWatched() {
    JsonNode reply = get("region=ZZ&timeRange=7d");

    assertThat(reply.at("/trending").isArray()).isTrue();
    assertThat(videos(reply)).isEmpty();
    Instant windowEnd = Instant.parse(reply.at("/window_end").asString());
    assertThat(windowEnd).isEqualTo(TrendingWindow.WEEK.endAt(windowEnd));
    assertThat(Instant.parse(reply.at("/window_start").asString()))
        .isEqualTo(windowEnd.minus(Duration.ofDays(7)));
    assertThat(reply.at("/freshness/delayed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region=us | region must be global or a country as ISO 3166-1 alpha-2 writes it, such as"
            + " US",
        "region=USA | region must be global or a country as ISO 3166-1 alpha-2 writes it, such as"
            + " US",
        "timeRange=2h | timeRange must be one of 1h, 24h, 7d",
        "limit=0 | limit must be a number from 1 to 200",
        "limit=201 | limit must be a number from 1 to 200",
        "limit=many | limit must be a number from 1 to 200",
      })
  void saysWhatCanBeAsked(String parameters, String detail) {
    Api.Answer answer = api.get("/api/v1/analytics/trending?" + parameters);

    assertThat(answer.problem()).isEqualTo("400 invalid_parameter");
    assertThat(answer.at("/detail").asString()).isEqualTo(detail);
  }

  @Test
  void isOpenToPagesAndTheirCaches() {
    Api.Answer answer = api.get("/api/v1/analytics/trending", "nonsense");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=5, public");
  }

  private void publish(String region, TrendingRow... rows) {
    TrendingList list =
        new TrendingList(
            end.minus(Duration.ofHours(1)), end, end.plusMillis(500), 1, List.of(rows));
    stores.redis().hset(RedisKeys.trendingMeta(region, TrendingWindow.HOUR), list.toHash());
  }

  private void snapshot(String region, Instant taken, int rank, String videoId, long views) {
    stores.sql(
        """
        INSERT INTO viewstream.trending_snapshots
          (region, window, taken_at, rank, video_id, views, previous_views, version)
        VALUES ('%s', '1h', toDateTime(%d), %d, '%s', %d, 1, 1)
        """
            .formatted(region, taken.getEpochSecond(), rank, videoId, views));
  }

  private JsonNode get(String parameters) {
    return api.get("/api/v1/analytics/trending?" + parameters).json();
  }

  private static List<String> videos(JsonNode reply) {
    return reply.at("/trending").values().stream()
        .map(row -> row.at("/video_id").asString())
        .toList();
  }
}
