package viewstream.rollup.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettledDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Instant CLOSING = Instant.parse("2026-03-06T01:00:00Z");

  @Test
  void aDayIsClosedADayAndAnHourAfterItsEnd() {
    assertThat(SettledDays.closing(DAY)).isEqualTo(CLOSING);
    assertThat(through(CLOSING, Set.of(DAY), Map.of(), CLOSING)).isEqualTo(DAY);
    assertThat(through(CLOSING.minusMillis(1), Set.of(DAY), Map.of(), CLOSING))
        .isEqualTo(DAY.minusDays(1));
  }

  @Test
  void aRollBeforeTheDayWasClosedDoesNotCount() {
    assertThat(through(CLOSING, Set.of(DAY), Map.of(), CLOSING.minusSeconds(1)))
        .isEqualTo(DAY.minusDays(1));
  }

  @Test
  void aDayThatIsMissingHoldsTheDaysAfterItBack() {
    Instant later = CLOSING.plus(Duration.ofDays(3));
    Set<LocalDate> facts = Set.of(DAY.minusDays(2), DAY, DAY.plusDays(1));

    assertThat(through(later, facts, Map.of(DAY.plusDays(1), later), later))
        .as("two days before is missing")
        .isEqualTo(DAY.minusDays(3));
    assertThat(
            through(later, facts, Map.of(DAY.minusDays(2), later, DAY.plusDays(1), later), later))
        .as("nothing is missing; days without facts need no roll")
        .isEqualTo(DAY.plusDays(3));
  }

  private static LocalDate through(
      Instant now, Set<LocalDate> facts, Map<LocalDate, Instant> ledger, Instant snapshot) {
    return new SettledDays(now, facts, ledger).through(DAY, snapshot);
  }
}
