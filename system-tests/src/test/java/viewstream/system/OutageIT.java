package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.system.api.QueryApi;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Scenario;

/** What ClickHouse's absence costs: nothing but the news on dashboards. */
@ExtendWith(SharedFleet.class)
class OutageIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_260_304);

  @Test
  void withoutClickHouseEventsAreTakenAndDashboardsAnswerStale(Fleet fleet) {
    Rehearsal rehearsal =
        new Rehearsal(fleet, Scenario.plain("outage", SEED, 20_000, Instant.now()));
    String video = rehearsal.traffic().videos().getFirst().id();
    QueryApi query = fleet.query();
    rehearsal.send(0, 0.4);
    rehearsal.auditAgain();
    BigDecimal shown = query.video(video).number("metrics.views");
    awaitLive(query, video);

    fleet.stack().stop(Part.CLICKHOUSE);
    try {
      BigDecimal counted = query.counter(video).number("views");
      rehearsal.send(0.4, 0.9);

      Answer stale =
          await("a stale dashboard")
              .atMost(Duration.ofSeconds(30))
              .until(() -> query.video(video), answer -> delayed(answer));
      assertThat(stale.number("metrics.views")).isEqualByComparingTo(shown);
      Answer counter =
          await("a counter that goes on")
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> query.counter(video),
                  answer -> answer.dataThrough().isAfter(rehearsal.log().latest()));
      assertThat(counter.number("views")).isGreaterThan(counted);
      assertThat(delayed(counter)).isFalse();
    } finally {
      fleet.stack().startAgain(Part.CLICKHOUSE);
      fleet.stack().awaitHealthy(Part.CLICKHOUSE);
    }
    rehearsal.send(0.9, 1);
    rehearsal.audit();
    assertThat(delayed(query.video(video))).isFalse();
  }

  /** A counter is taken over from ClickHouse a moment after it was first asked for. */
  private static void awaitLive(QueryApi query, String video) {
    Instant asked = Instant.now();
    await("a live counter")
        .atMost(Duration.ofSeconds(30))
        .until(() -> query.counter(video).dataThrough(), asked.plusSeconds(5)::isBefore);
  }

  private static boolean delayed(Answer answer) {
    return (Boolean) answer.at("freshness.delayed");
  }
}
