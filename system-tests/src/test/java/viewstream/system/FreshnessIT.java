package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.system.api.QueryApi;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Video;

/** {@code data_through} says how far the stream has come, never how late it is on the wall. */
@ExtendWith(SharedFleet.class)
class FreshnessIT {
  private static final Video VIDEO = new Video("fresh", "fresh-channel", Duration.ofMinutes(1));

  private QueryApi query;

  @BeforeEach
  void catalog(Fleet fleet) {
    fleet.catalog(VIDEO);
    query = fleet.query();
  }

  @Test
  void dataThroughAdvancesWithoutTraffic() {
    awaitFresh();
  }

  @Test
  void dataThroughStandsStillWithTheStream(Fleet fleet) {
    fleet.stack().stop(Part.FLINK);
    try {
      Instant stopped = Instant.now();
      Instant stood = dataThrough();
      await("delayed").atMost(Duration.ofMinutes(2)).until(this::delayed);

      assertThat(dataThrough()).isBetween(stood, stopped);
    } finally {
      fleet.stack().startAgain(Part.FLINK);
      fleet.stack().awaitHealthy(Part.FLINK);
    }
    awaitFresh();
    assertThat(delayed()).isFalse();
  }

  private void awaitFresh() {
    Instant now = Instant.now();
    await("data_through passes " + now)
        .atMost(Duration.ofSeconds(60))
        .until(this::dataThrough, now::isBefore);
  }

  /** Of a range never asked for before, which no cache can answer. */
  private Instant dataThrough() {
    return answer().dataThrough();
  }

  private boolean delayed() {
    return (Boolean) answer().at("freshness.delayed");
  }

  private QueryApi.Answer answer() {
    Instant now = Instant.now();
    return query.video(VIDEO.id(), now.minusSeconds(60), now);
  }
}
