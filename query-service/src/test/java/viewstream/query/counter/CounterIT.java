package viewstream.query.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.schema.redis.RedisKeys;

@OnRealStores
class CounterIT {
  private final Stores stores = Stores.shared();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
  }

  @Test
  void addsBaseAndLaterDays() {
    stores
        .redis()
        .hset(
            RedisKeys.views("live"),
            Map.of(
                "base",
                "1000",
                "base_day",
                today.minusDays(2).toString(),
                today.minusDays(2).toString(),
                "5:999",
                today.minusDays(1).toString(),
                "7:20",
                today.toString(),
                "281474976710657:3"));

    Api.Answer answer = api.get("/api/v1/videos/live/views");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/video_id").asString()).isEqualTo("live");
    assertThat(answer.at("/views").asLong()).isEqualTo(1023);
    assertThat(Instant.parse(answer.at("/as_of").asString()))
        .isCloseTo(Instant.now(), within(Duration.ofSeconds(10)));
    assertThat(answer.at("/freshness/delayed").asBoolean()).isFalse();
    assertThat(answer.at("/freshness/exact").asBoolean()).isTrue();
  }

  @Test
  void restoresACounterThatRedisLostAndKeepsWhatTheStreamHasWrittenSince() {
    stores.views("lost", today.atStartOfDay(ZoneOffset.UTC).toInstant(), 5);
    stores.views("lost", today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), 7);
    stores.views("lost", today.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(), 11);
    stores.redis().hset(RedisKeys.views("lost"), today.toString(), "3:6");
    long longAgo = Instant.now().minusSeconds(60).toEpochMilli();
    stores.redis().hset(RedisKeys.views("lost"), RedisKeys.VIEWS_MISSED_AT, Long.toString(longAgo));

    long views = views("lost");

    Map<String, String> hash = stores.redis().hgetall(RedisKeys.views("lost"));
    assertThat(hash)
        .containsEntry("base", "11")
        .containsEntry("base_day", today.minusDays(2).toString())
        .containsEntry(today.minusDays(1).toString(), "0:7")
        .containsEntry(today.toString(), "3:6")
        .doesNotContainKey(RedisKeys.VIEWS_MISSED_AT);
    assertThat(views).isEqualTo(11 + 7 + 6);
  }

  @Test
  void notesWhenItWasFirstFoundIncomplete() {
    stores.views("torn", today.atStartOfDay(ZoneOffset.UTC).toInstant(), 5);

    assertThat(views("torn")).isEqualTo(5);

    Map<String, String> hash = stores.redis().hgetall(RedisKeys.views("torn"));
    assertThat(hash).containsOnlyKeys(RedisKeys.VIEWS_MISSED_AT);
    assertThat(Instant.ofEpochMilli(Long.parseLong(hash.get(RedisKeys.VIEWS_MISSED_AT))))
        .isCloseTo(Instant.now(), within(Duration.ofSeconds(10)));
  }

  @Test
  void answersForIdsThatNobodyKnowsAndKeepsNoKeyOfThem() {
    JsonNode reply = api.get("/api/v1/videos/nobody-knows-me/views").json();

    assertThat(reply.at("/views").asLong()).isZero();
    assertThat(reply.at("/views").isNumber()).isTrue();
    assertThat(stores.redis().exists(RedisKeys.views("nobody-knows-me"))).isZero();
  }

  @Test
  void refusesWhatCannotBeAnId() {
    assertThat(api.get("/api/v1/videos/" + "x".repeat(129) + "/views").problem())
        .isEqualTo("400 invalid_parameter");
    assertThat(api.get("/api/v1/videos/a%20b/views").problem()).isEqualTo("400 invalid_parameter");
  }

  @Test
  void mayBeReadByPagesOfAnyOrigin() {
    Api.Answer answer =
        api.call("GET", "/api/v1/videos/page/views", Map.of("Origin", "https://videos.example"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void isShownToAPageWhoseTokenHasExpired() {
    Api.Answer answer =
        api.call("GET", "/api/v1/videos/page/views", Map.of("Authorization", "Bearer nonsense"));

    assertThat(answer.status()).isEqualTo(200);
  }

  private long views(String videoId) {
    return api.get("/api/v1/videos/" + videoId + "/views").at("/views").asLong();
  }

  private static org.assertj.core.data.TemporalUnitOffset within(Duration time) {
    return org.assertj.core.api.Assertions.within(
        time.toMillis(), java.time.temporal.ChronoUnit.MILLIS);
  }
}
