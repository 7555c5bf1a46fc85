package viewstream.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchCapTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final long FOREVER = Duration.ofDays(30).toMillis();

  private final WatchCap cap = new WatchCap();

  @Test
  void firstEventIsCreditedAtMost65Seconds() {
    assertThat(cap.credit(NOON, FOREVER)).isEqualTo(65_000);
  }

  @Test
  void laterEventIsCreditedTheGapAndFiveSeconds() {
    assertThat(cap.credit(NOON, 0)).isZero();
    assertThat(cap.credit(NOON.plusSeconds(10), FOREVER)).isEqualTo(15_000);
    assertThat(cap.credit(NOON.plusSeconds(20), 10_000)).isEqualTo(10_000);
  }

  @Test
  void totalIsAtMostTheSpanAnd65Seconds() {
    for (int second = 0; second < 100; second++) {
      cap.credit(NOON.plusSeconds(second), FOREVER);
    }

    assertThat(cap.credit(NOON.plusSeconds(100), FOREVER)).isEqualTo(1_000);
  }

  @Test
  void outOfOrderEventIsMeasuredFromTheLatestEarlierOneSeen() {
    cap.credit(NOON.plusSeconds(60), 20_000);

    assertThat(cap.credit(NOON.plusSeconds(40), 20_000)).isEqualTo(20_000);
    assertThat(cap.credit(NOON.plusSeconds(50), FOREVER)).isEqualTo(15_000);
  }

  @Test
  void reportOfAWholePlaybackIsCreditedAtMostADay() {
    assertThat(WatchCap.oneShot(FOREVER)).isEqualTo(86_400_000);
    assertThat(WatchCap.oneShot(7)).isEqualTo(7);
  }
}
