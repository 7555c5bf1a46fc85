package viewstream.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Test
  void readsAllFormats() {
    assertThat(EventTime.of("2026-03-04T17:30:00+05:30")).isEqualTo(NOON);
    assertThat(EventTime.of("2026-03-04T12:00:00.250Z")).isEqualTo(NOON.plusMillis(250));
    assertThat(EventTime.of(new BigDecimal(NOON.getEpochSecond()))).isEqualTo(NOON);
    assertThat(EventTime.of(new BigDecimal(NOON.toEpochMilli()))).isEqualTo(NOON);
  }

  @Test
  void correctsAClockThatIsMoreThanTwoSecondsWrong() {
    assertThat(EventTime.corrected(NOON, Duration.ofHours(3))).isEqualTo("2026-03-04T09:00:00Z");
    assertThat(EventTime.corrected(NOON, Duration.ofSeconds(-3))).isEqualTo("2026-03-04T12:00:03Z");
    assertThat(EventTime.corrected(NOON, Duration.ofSeconds(2))).isEqualTo(NOON);
  }
}
