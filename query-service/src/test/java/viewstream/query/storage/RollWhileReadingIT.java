package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.boot.test.web.server.LocalServerPort;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;
import viewstream.query.reply.Replies;

/**
 * A day is rolled while it is read: no answer misses it, none has it twice. The rollup writes the
 * day's rows first and the ledger's last, so while it does an answer is all live or all rolled.
 */
@OnRealStores
class RollWhileReadingIT {
  private static final long VIEWS = 7;

  /** An operator who asks for the plan is answered past the cache. */
  private static final Map<String, String> PAST_THE_CACHE =
      Map.of("Authorization", "Bearer " + Tokens.operator(), Replies.DEBUG_HEADER, "plan");

  private final Stores stores = Stores.shared();
  private final LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

  @LocalServerPort private int port;

  @AfterEach
  void unroll() {
    stores.sql("TRUNCATE TABLE viewstream.rollup_ledger");
  }

  @RepeatedTest(10)
  void neverChangesTheAnswer(RepetitionInfo repetition) {
    String videoId = "rolling-" + repetition.getCurrentRepetition();
    Instant noon = yesterday.atTime(12, 0).toInstant(ZoneOffset.UTC);
    stores.catalogue(videoId, "rolling");
    stores.views(videoId, noon, VIEWS);

    CompletableFuture<Void> roll =
        CompletableFuture.runAsync(
            () -> {
              stores.quarterHour(videoId, noon, VIEWS, 1);
              stores.day(videoId, yesterday, VIEWS, 1);
              stores.rolled(yesterday);
            });
    Set<Answer> answers = new HashSet<>();
    while (!roll.isDone()) {
      answers.add(read(videoId));
    }
    roll.join();
    answers.add(read(videoId));

    assertThat(answers).contains(new Answer(VIEWS, "mixed"));
    assertThat(answers).extracting(Answer::views).containsOnly(VIEWS);
  }

  private Answer read(String videoId) {
    Api.Answer answer =
        new Api(port)
            .call("GET", "/api/v1/analytics/video/" + videoId + "?timeRange=7d", PAST_THE_CACHE);
    return new Answer(
        answer.at("/metrics/views").asLong(), answer.at("/freshness/source").asString());
  }

  private record Answer(long views, String source) {}
}
