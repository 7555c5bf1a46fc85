package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;

/**
 * Ranges over rolled and live days. Every table is given another number for the same time, so that
 * an answer tells where it was read.
 */
@OnRealStores
class RolledDaysIT {
  private static final String TOKEN = Tokens.creator("archive");

  private final Stores stores = Stores.shared();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate yesterday = today.minusDays(1);

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    stores.reportProgress();
  }

  /** The ledger is every test's. */
  @AfterEach
  void unroll() {
    stores.sql("TRUNCATE TABLE viewstream.rollup_ledger");
  }

  @Test
  void readsAWholeDayFromItsRowOnceItIsRolled() {
    stores.catalogue("day", "archive");
    stores.views("day", at(yesterday, "10:00"), 1);
    stores.quarterHour("day", at(yesterday, "10:00"), 10, 1);
    stores.day("day", yesterday, 100, 7);
    String range = "from=%s&to=%s".formatted(at(yesterday, "00:00"), at(today, "00:00"));

    JsonNode live = video("day", range);
    stores.rolled(yesterday);
    JsonNode rolled = video("day", range + "&tz=Etc/UTC");

    assertThat(views(live)).isEqualTo(1);
    assertThat(source(live)).isEqualTo("realtime");
    assertThat(views(rolled)).isEqualTo(100);
    assertThat(rolled.at("/metrics/unique_viewers").asLong()).isEqualTo(7);
    assertThat(source(rolled)).isEqualTo("rollup");
  }

  @Test
  void joinsRolledDaysAndLiveOnesWithoutGapOrOverlap() {
    stores.catalogue("join", "archive");
    for (LocalDate day : List.of(today, yesterday, today.minusDays(2))) {
      stores.views("join", at(day, "00:00"), 1);
      stores.quarterHour("join", at(day, "00:00"), 10, 1);
      stores.day("join", day, 100, 1);
    }
    stores.rolled(today.minusDays(2));

    JsonNode reply = series("join", "timeRange=7d&granularity=day");

    assertThat(views(video("join", "timeRange=7d"))).isEqualTo(100 + 1 + 1);
    assertThat(points(reply, "views")).endsWith(0L, 100L, 1L, 1L);
    assertThat(source(reply)).isEqualTo("mixed");
  }

  @Test
  void readsQuarterHoursWhereAZoneCutsTheDay() {
    stores.catalogue("zone", "archive");
    LocalDate day = today.minusDays(5);
    stores.rolled(day);
    stores.quarterHour("zone", at(day, "18:00"), 10, 1);
    stores.quarterHour("zone", at(day, "18:15"), 20, 1);
    stores.day("zone", day, 100, 1);

    // Midnight in Nepal is 18:15 UTC.
    JsonNode reply = series("zone", "timeRange=7d&granularity=day&tz=Asia/Kathmandu");

    assertThat(points(reply, "views")).contains(10L, 20L).doesNotContain(100L);
    assertThat(views(video("zone", "timeRange=28d&tz=Asia/Kathmandu"))).isEqualTo(100);
  }

  @Test
  void readsTheCutEndsOfRolledDaysFromMinutes() {
    stores.catalogue("cut", "archive");
    stores.rolled(yesterday);
    stores.views("cut", at(yesterday, "10:06"), 1000); // before the range
    stores.views("cut", at(yesterday, "10:07"), 1);
    stores.views("cut", at(yesterday, "10:15"), 1000); // of a whole quarter hour
    stores.quarterHour("cut", at(yesterday, "10:00"), 1000, 1); // of a cut one
    stores.quarterHour("cut", at(yesterday, "10:15"), 10, 1);
    stores.views("cut", at(yesterday, "10:30"), 2);

    JsonNode reply =
        video("cut", "from=%s&to=%s".formatted(at(yesterday, "10:07"), at(yesterday, "10:31")));

    assertThat(views(reply)).isEqualTo(1 + 10 + 2);
    assertThat(source(reply)).isEqualTo("mixed");
  }

  @Test
  void widensCutsOlderThanMinutesToTheQuarterHour() {
    stores.catalogue("old", "archive");
    LocalDate day = today.minusDays(10);
    stores.rolled(day);
    stores.quarterHour("old", at(day, "10:00"), 10, 1);
    stores.quarterHour("old", at(day, "10:30"), 20, 1);

    JsonNode reply = video("old", "from=%s&to=%s".formatted(at(day, "10:07"), at(day, "10:31")));

    assertThat(reply.at("/from").asString()).isEqualTo(at(day, "10:00").toString());
    assertThat(reply.at("/to").asString()).isEqualTo(at(day, "10:45").toString());
    assertThat(views(reply)).isEqualTo(30);
    assertThat(source(reply)).isEqualTo("rollup");
  }

  @Test
  void tellsViewersExactlyForRolledDaysAndOnlyForThese() {
    stores.catalogue("viewers", "archive");
    LocalDate from = today.minusMonths(1).withDayOfMonth(1);
    LocalDate to = from.plusDays(2);
    for (LocalDate day : List.of(from, from.plusDays(1))) {
      stores.rolled(day);
      stores.quarterHour("viewers", at(day, "12:00"), 9, 3);
      stores.day("viewers", day, 9, 5);
    }
    String range = "&metrics=unique_viewers&from=%s&to=%s".formatted(from, to);

    JsonNode days = series("viewers", "granularity=day" + range);
    JsonNode hours = series("viewers", "granularity=hour" + range);
    JsonNode month = series("viewers", "granularity=month" + range);

    assertThat(points(days, "unique_viewers")).containsExactly(5L, 5L);
    assertThat(exact(days)).isTrue();
    assertThat(points(hours, "unique_viewers")).contains(3L);
    assertThat(exact(hours)).isFalse();
    assertThat(points(month, "unique_viewers")).contains(5L);
    assertThat(exact(month)).isFalse();
  }

  @Test
  void saysWhenADayIsNeitherRolledNorKeptByTheMinute() {
    stores.catalogue("gap", "archive");
    Instant lost = at(today.minusDays(8), "10:00");
    stores.seen("gap", lost, 1);

    JsonNode missing = video("gap", "timeRange=28d").at("/freshness");
    stores.rolled(today.minusDays(8));
    JsonNode rolled = video("gap", "timeRange=28d&tz=Etc/UTC").at("/freshness");

    assertThat(missing.at("/data_through").asString()).isEqualTo(lost.toString());
    assertThat(missing.at("/delayed").asBoolean()).isTrue();
    assertThat(rolled.at("/delayed").asBoolean()).isFalse();
  }

  @Test
  void addsUpAChannelFromTheSameTables() {
    stores.catalogue("channel", "archive-channel");
    stores.views("channel", at(today, "00:00"), 1);
    stores.day("channel", yesterday, 100, 4);
    stores.day("channel", today.minusDays(7), 1000, 5);
    stores.rolled(yesterday);
    stores.rolled(today.minusDays(7));

    JsonNode reply =
        api.get(
                "/api/v1/analytics/creator/archive-channel?period=7d",
                Tokens.creator("archive-channel"))
            .json();

    assertThat(reply.at("/total_views").asLong()).isEqualTo(101);
    assertThat(reply.at("/unique_viewers").asLong()).isEqualTo(4);
    assertThat(reply.at("/subscribers_gained").asLong()).isEqualTo(1);
    assertThat(reply.at("/top_videos/0/views").asLong()).isEqualTo(101);
    assertThat(reply.at("/previous_period/total_views").asLong()).isEqualTo(1000);
    assertThat(reply.at("/previous_period/unique_viewers").asLong()).isEqualTo(5);
    assertThat(source(reply)).isEqualTo("mixed");
  }

  @Test
  void restoresACounterFromRolledDaysMinutesAndFirstFrames() {
    stores.day("counted", today.minusDays(400), 1000, 1);
    stores.rolled(today.minusDays(400));
    stores.day("counted", yesterday, 100, 1);
    stores.views("counted", at(yesterday, "10:00"), 5555);
    stores.rolled(yesterday);
    stores.views("counted", at(today, "00:00"), 10);
    stores.seen("counted", at(today.minusDays(9), "10:00"), 1);

    assertThat(api.get("/api/v1/videos/counted/views").at("/views").asLong())
        .isEqualTo(1000 + 100 + 10 + 1);
  }

  private JsonNode video(String videoId, String parameters) {
    return api.get("/api/v1/analytics/video/" + videoId + "?" + parameters, TOKEN).json();
  }

  private JsonNode series(String videoId, String parameters) {
    String path = "/api/v1/analytics/video/" + videoId + "/timeseries?" + parameters;
    return api.get(path, TOKEN).json();
  }

  private static long views(JsonNode reply) {
    return reply.at("/metrics/views").asLong();
  }

  private static String source(JsonNode reply) {
    return reply.at("/freshness/source").asString();
  }

  private static boolean exact(JsonNode reply) {
    return reply.at("/freshness/exact").asBoolean();
  }

  private static List<Long> points(JsonNode reply, String metric) {
    return reply.at("/points").values().stream()
        .map(point -> point.at("/" + metric).asLong())
        .toList();
  }

  private static Instant at(LocalDate day, String time) {
    return Instant.parse(day + "T" + time + ":00Z");
  }
}
