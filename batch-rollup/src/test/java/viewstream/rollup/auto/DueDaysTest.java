package viewstream.rollup.auto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import viewstream.rollup.day.RollReason;

class DueDaysTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Instant END = Instant.parse("2026-03-05T00:00:00Z");
  private static final Instant CLOSED = END.plus(Duration.ofHours(25));

  @Test
  void aDayIsDueWhenItsLatenessHasPassed() {
    assertThat(days(END.plus(Duration.ofMinutes(59)), null).candidates()).isEmpty();
    DueDays due = days(END.plus(Duration.ofHours(1)), null);

    assertThat(due.candidates()).containsExactly(DAY);
    assertThat(due.reason(DAY, day -> false)).contains(RollReason.DUE);
  }

  @Test
  void aRolledDayIsLeftAlone() {
    DueDays rolled = days(END.plus(Duration.ofHours(2)), END.plusSeconds(3_600));

    assertThat(rolled.reason(DAY, day -> true)).isEmpty();
  }

  @Test
  void aDayIsRolledOnceMoreWhenItIsClosed() {
    assertThat(days(CLOSED, CLOSED.minusSeconds(60)).reason(DAY, day -> false))
        .contains(RollReason.SETTLED);
    assertThat(days(CLOSED, CLOSED).reason(DAY, day -> false)).isEmpty();
  }

  @Test
  void factsAfterTheSnapshotMakeADayDirty() {
    assertThat(days(END.plusSeconds(4_000), END.minusSeconds(61)).reason(DAY, day -> false))
        .contains(RollReason.LATE);
    assertThat(days(CLOSED, CLOSED).reason(DAY, day -> true)).contains(RollReason.LATE);
  }

  @Test
  void anotherOwnerMakesADayDirty() {
    var due =
        new DueDays(
            CLOSED,
            Duration.ofHours(1),
            DAY,
            DAY,
            new TreeMap<>(),
            new TreeMap<>(Map.of(DAY, CLOSED)),
            Set.of(DAY));

    assertThat(due.reason(DAY, day -> false)).contains(RollReason.CATALOGUE);
  }

  @Test
  void daysWithoutFactsBetweenOthersAreRolledTooButNoneOutOfBounds() {
    var due =
        new DueDays(
            CLOSED.plus(Duration.ofDays(9)),
            Duration.ofHours(1),
            DAY.minusDays(1),
            DAY.plusDays(2),
            new TreeMap<>(Map.of(DAY.minusDays(3), END, DAY, END)),
            new TreeMap<>(),
            Set.of());

    assertThat(due.candidates())
        .containsExactly(DAY.minusDays(1), DAY, DAY.plusDays(1), DAY.plusDays(2));
  }

  private static DueDays days(Instant now, @Nullable Instant snapshot) {
    return new DueDays(
        now,
        Duration.ofHours(1),
        LocalDate.EPOCH,
        LocalDate.MAX,
        new TreeMap<>(Map.of(DAY, END.minusSeconds(60))),
        snapshot == null ? new TreeMap<>() : new TreeMap<>(Map.of(DAY, snapshot)),
        Set.of());
  }
}
