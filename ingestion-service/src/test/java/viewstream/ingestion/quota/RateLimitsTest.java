package viewstream.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Quota;
import viewstream.ingestion.metrics.IngestionMetrics;

class RateLimitsTest {
  private static final String SOMEWHERE = "8.8.8.8";
  private static final String INSIDE = "10.1.2.3";
  private static final Caller PLAYER = new Caller("wk", false);

  private final Time time = new Time();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Map<String, String> headers = new HashMap<>();
  private final RateLimits limits =
      new RateLimits(new RateLimitProperties(100, 1000, 1000), new IngestionMetrics(meters), time);

  @Test
  void tellsAKeyItsQuotaAndWhatIsLeftOfIt() {
    Caller caller = new Caller("wk", false, new Quota(100, 750));

    admit(caller, INSIDE, 260);

    assertThat(headers)
        .containsEntry("RateLimit-Policy", "\"key\";q=750;w=8;qu=\"events\"")
        .containsEntry("RateLimit", "\"key\";r=490;t=3");
  }

  @Test
  void tellsWhatBoundsACaller() {
    var quota = new Quota(10, 500);
    Map<String, Quota> address = Map.of("address", new Quota(100, 1000));

    assertThat(limits.quotas(PLAYER, SOMEWHERE)).isEqualTo(address);
    assertThat(limits.quotas(PLAYER, INSIDE)).isEmpty();
    assertThat(limits.quotas(new Caller("wk", false, quota), SOMEWHERE))
        .containsEntry("key", quota)
        .containsAllEntriesOf(address);
    assertThat(limits.quotas(new Caller("server", true, quota), SOMEWHERE))
        .isEqualTo(Map.of("key", quota));
    assertThat(limits.quotas(new Caller("server", true), SOMEWHERE)).isEmpty();
  }

  @Test
  void whoHidesItsAddressSharesABoundWithAllOthersThatDo() {
    admit(PLAYER, "unknown", 600);

    assertThatThrownBy(() -> admit(PLAYER, "_hidden", 600)).isInstanceOf(RefusedException.class);
    assertThat(limits.quotas(PLAYER, "unknown")).containsOnlyKeys("address");
  }

  @Test
  void saysWhenToComeBack() {
    Caller caller = new Caller("wk", false, new Quota(100, 500));
    admit(caller, INSIDE, 500);

    RefusedException refused = refused(caller, INSIDE, 250);

    assertThat(refused.refusal()).isEqualTo(Refusal.RATE_LIMITED);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(2500));
    assertThat(headers).containsEntry("RateLimit", "\"key\";r=0;t=5");
    assertThat(meters.counter(IngestionMetrics.RECEIVED).count()).isEqualTo(250);
    assertThat(meters.counter(IngestionMetrics.REFUSED).count()).isEqualTo(250);

    time.pass(refused.retryAfter());
    admit(caller, INSIDE, 250);
  }

  /** Whatever is asked for and when, no more gets in than the burst and what the time has added. */
  @RepeatedTest(50)
  void neverLetsMoreInThanTheQuota(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var quota = new Quota(1 + random.nextInt(2000), 500 + random.nextInt(5000));
    Caller caller = new Caller("wk", false, quota);
    long taken = 0;
    long nanos = 0;
    for (int i = 0; i < 500; i++) {
      int events = 1 + random.nextInt(500);
      try {
        admit(caller, INSIDE, events);
        taken += events;
      } catch (RefusedException tooMany) {
        nanos += time.pass(Duration.ofMillis(random.nextInt(400)));
      }
      assertThat(taken)
          .isLessThanOrEqualTo(
              quota.burst() + quota.eventsPerSecond() * nanos / 1_000_000_000L + 1);
    }
  }

  @Test
  void aNewQuotaHoldsAtOnce() {
    admit(new Caller("wk", false, new Quota(1, 500)), INSIDE, 500);
    admit(new Caller("wk", false, new Quota(1, 600)), INSIDE, 500);

    assertThat(headers).containsEntry("RateLimit", "\"key\";r=100;t=500");
  }

  @Test
  void boundsAnAddressWhateverKeysItUses() {
    admit(PLAYER, SOMEWHERE, 600);
    assertThat(headers).isEmpty();

    refused(new Caller("other", false), SOMEWHERE, 500);
    assertThat(headers)
        .containsEntry("RateLimit-Policy", "\"address\";q=1000;w=10;qu=\"events\"")
        .containsEntry("RateLimit", "\"address\";r=400;t=6");
    admit(PLAYER, "8.8.4.4", 500);
  }

  @Test
  void customersWithManyAddressesHaveOneBound() {
    admit(PLAYER, "2a00:1450:4001:800::1", 600);

    refused(PLAYER, "2a00:1450:4001:800:ffff::2", 600);
    admit(PLAYER, "2a00:1450:4001:801::1", 600);
  }

  @Test
  void serversAndOwnNetworksAreNotBoundByAddress() {
    for (int i = 0; i < 10; i++) {
      admit(new Caller("server", true), SOMEWHERE, 500);
      admit(PLAYER, INSIDE, 500);
    }
    assertThat(headers).isEmpty();
  }

  @Test
  void aQuotaMustLeaveRoomForTheLargestBatch() {
    assertThatThrownBy(() -> new Quota(10, 499)).hasMessageContaining("500");
  }

  private void admit(Caller caller, String address, int events) {
    limits.admit(caller, address, events, headers::put);
  }

  private RefusedException refused(Caller caller, String address, int events) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> admit(caller, address, events));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static final class Time implements TimeMeter {
    private long now;

    long pass(Duration time) {
      now += time.toNanos();
      return time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return now;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
