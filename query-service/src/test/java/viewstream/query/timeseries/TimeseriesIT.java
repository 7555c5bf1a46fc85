package viewstream.query.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;

@OnRealStores
class TimeseriesIT {
  private static final String TOKEN = Tokens.creator("series");

  private final Stores stores = Stores.shared();
  private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
  }

  @Test
  void hasAPointForEveryMinute() {
    stores.catalogue("minutes", "series");
    stores.views("minutes", hour.minusSeconds(120), 3);
    stores.views("minutes", hour.minusSeconds(60), 4);

    JsonNode reply =
        get(
            "minutes",
            "metrics=views,watch_time_ms&granularity=minute&from=%s&to=%s"
                .formatted(hour.minusSeconds(240), hour));

    assertThat(reply.at("/granularity").asString()).isEqualTo("minute");
    assertThat(longs(reply, "views")).containsExactly(0L, 0L, 3L, 4L);
    assertThat(longs(reply, "watch_time_ms")).containsExactly(0L, 0L, 3000L, 4000L);
    assertThat(reply.at("/points/2/time").asString()).isEqualTo(hour.minusSeconds(120).toString());
    assertThat(reply.at("/freshness/exact").asBoolean()).isTrue();
  }

  @Test
  void beginsDaysAtMidnightOfTheZone() {
    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    ZonedDateTime midnight = ZonedDateTime.now(zone).truncatedTo(ChronoUnit.DAYS);
    stores.catalogue("days", "series");
    stores.views("days", midnight.minusMinutes(1).toInstant(), 1);
    stores.views("days", midnight.toInstant(), 2);

    JsonNode reply = get("days", "timeRange=7d&granularity=day&tz=Asia/Kathmandu");

    assertThat(longs(reply, "views")).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L);
    assertThat(reply.at("/points/6/time").asString()).isEqualTo(midnight.toInstant().toString());
  }

  @Test
  void addsUpToTheTotalHoweverItIsCut() {
    stores.catalogue("sums", "series");
    for (int back = 1; back <= 50; back++) {
      stores.views("sums", hour.minusSeconds(back * 1740L).truncatedTo(ChronoUnit.MINUTES), back);
    }
    long total = 50 * 51 / 2;

    for (String steps : List.of("minute", "hour", "day", "week", "month")) {
      JsonNode reply =
          get("sums", "granularity=%s&from=%s".formatted(steps, hour.minusSeconds(50 * 1740L)));

      assertThat(longs(reply, "views").stream().mapToLong(Long::longValue).sum())
          .as(steps)
          .isEqualTo(total);
    }
  }

  @Test
  void countsViewersAnewForEveryHour() {
    stores.catalogue("viewers", "series");
    stores.seen("viewers", hour.minusSeconds(7200), 1);
    stores.seen("viewers", hour.minusSeconds(7200 - 1800), 1);
    stores.seen("viewers", hour.minusSeconds(3600), 1);
    stores.seen("viewers", hour.minusSeconds(3500), 2);

    JsonNode reply =
        get(
            "viewers",
            "metrics=unique_viewers&granularity=hour&from=%s&to=%s"
                .formatted(hour.minusSeconds(7200), hour));

    assertThat(longs(reply, "unique_viewers")).containsExactly(1L, 2L);
    assertThat(reply.at("/freshness/exact").asBoolean()).isFalse();
  }

  @Test
  void reachesAYearByTheHourAndThreeDaysByTheMinute() {
    stores.catalogue("long", "series");
    stores.views("long", hour.minusSeconds(60), 1);
    Instant yearAgo = hour.minus(Duration.ofDays(365));

    JsonNode year =
        get(
            "long",
            "metrics=views,unique_viewers&granularity=hour&from=" + yearAgo + "&to=" + hour);
    JsonNode days = get("long", "granularity=minute&from=" + hour.minus(Duration.ofDays(2)));

    assertThat(longs(year, "views")).hasSize(8760).endsWith(1L);
    assertThat(longs(days, "views").stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
  }

  @Test
  void isAllZerosForAVideoThatNobodyHasSeen() {
    stores.catalogue("unseen", "series");

    assertThat(longs(get("unseen", "timeRange=28d"), "views")).hasSize(28).containsOnly(0L);
    assertThat(longs(get("unseen", "timeRange=lifetime"), "views")).isEmpty();
  }

  @Test
  void beginsALifetimeWithTheFirstViews() {
    stores.catalogue("lifetime", "series");
    stores.views("lifetime", hour.minusSeconds(86_400), 1);

    assertThat(longs(get("lifetime", "timeRange=lifetime&granularity=day"), "views"))
        .containsExactly(1L, 0L);
  }

  @Test
  void namesWhatCanBeAsked() {
    stores.catalogue("refused", "series");

    assertThat(problem("metrics=views,likez"))
        .startsWith("400 unsupported_query there is no metric 'likez'; there are: views,");
    assertThat(problem("metrics=unique_viewers&granularity=minute"))
        .startsWith("400 unsupported_query unique_viewers cannot be shown by the minute;");
    assertThat(problem("granularity=minute&timeRange=28d"))
        .startsWith("400 unsupported_query figures by the minute are no longer kept");
    assertThat(problem("granularity=hour&timeRange=lifetime"))
        .startsWith("400 unsupported_query granularity=hour over this range makes more than");
    assertThat(problem("granularity=fortnight"))
        .isEqualTo(
            "400 invalid_parameter granularity must be one of minute, hour, day, week, month");
  }

  private String problem(String parameters) {
    Api.Answer answer = api.get("/api/v1/analytics/video/refused/timeseries?" + parameters, TOKEN);
    return answer.problem() + " " + answer.at("/detail").asString();
  }

  private JsonNode get(String videoId, String parameters) {
    String path = "/api/v1/analytics/video/" + videoId + "/timeseries?" + parameters;
    return api.get(path, TOKEN).json();
  }

  private static List<Long> longs(JsonNode reply, String metric) {
    return reply.at("/points").values().stream()
        .map(point -> point.at("/" + metric).asLong())
        .toList();
  }
}
