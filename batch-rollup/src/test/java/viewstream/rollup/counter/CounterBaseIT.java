package viewstream.rollup.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.rollup.fleet.EventRow.of;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.rollup.fleet.Stores;
import viewstream.schema.redis.RedisKeys;

/** Moves the base of counters on, beside what readers and the stream have written. */
class CounterBaseIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate DAY = TODAY.minusDays(2).minusDays(1);

  private final Stores stores = Stores.shared();

  @BeforeEach
  void everythingElseIsRolled() {
    assertThat(stores.rollup("auto").exitCode()).isZero();
  }

  @Test
  void countsRolledDaysOnceAndLeavesTheRestToTheStream() {
    viewOn("base", "base-1", DAY);
    viewOn("base", "base-2", DAY);
    stores
        .redis()
        .hset(
            RedisKeys.views("base"),
            Map.of(
                "base",
                "0",
                "base_day",
                DAY.minusDays(1).toString(),
                DAY.toString(),
                "7:1",
                TODAY.toString(),
                "8:5"));

    roll(DAY);

    Map<String, String> counter = stores.redis().hgetall(RedisKeys.views("base"));
    assertThat(counter).containsEntry("base", "2").containsEntry(TODAY.toString(), "8:5");
    assertThat(LocalDate.parse(counter.get("base_day"))).isAfterOrEqualTo(DAY);
    assertThat(counter).doesNotContainKey(DAY.toString());
  }

  @Test
  void leavesAnIncompleteCounterToItsReader() {
    viewOn("torn", "torn-1", DAY);
    stores.redis().hset(RedisKeys.views("torn"), Map.of(TODAY.toString(), "3:4"));

    roll(DAY);

    assertThat(stores.redis().hgetall(RedisKeys.views("torn")))
        .isEqualTo(Map.of(TODAY.toString(), "3:4"));
    assertThat(stores.redis().exists(RedisKeys.views("never-read"))).isZero();
  }

  @Test
  void hasANewerBaseRestoredIfItCoversTheDay() {
    viewOn("newer", "newer-1", DAY);
    stores
        .redis()
        .hset(RedisKeys.views("newer"), Map.of("base", "9", "base_day", TODAY.toString()));

    roll(DAY);

    assertThat(stores.redis().hexists(RedisKeys.views("newer"), "base_day"))
        .as("it says that it is complete")
        .isFalse();
  }

  @Test
  void aDayThatIsNotRolledHoldsTheBaseBack() {
    LocalDate missing = DAY.minusDays(6);
    viewOn("gap", "gap-1", missing);
    viewOn("gap", "gap-2", DAY);
    stores.execute(
        "ALTER TABLE viewstream.rollup_ledger DELETE WHERE day = '"
            + missing
            + "' SETTINGS mutations_sync = 1");
    Map<String, String> before =
        Map.of("base", "0", "base_day", missing.minusDays(1).toString(), DAY.toString(), "3:1");
    stores.redis().hset(RedisKeys.views("gap"), before);

    roll(DAY);
    assertThat(stores.redis().hgetall(RedisKeys.views("gap"))).isEqualTo(before);
    roll(missing);

    assertThat(stores.redis().hget(RedisKeys.views("gap"), "base")).isEqualTo("2");
    assertThat(stores.redis().hexists(RedisKeys.views("gap"), DAY.toString())).isFalse();
  }

  private void viewOn(String video, String view, LocalDate day) {
    Instant time = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    stores.insert(of(video, view, "view", time).attempt().view());
  }

  private void roll(LocalDate day) {
    Stores.Ended run = stores.rollup("day", day.toString());
    assertThat(run.exitCode()).as(run.output()).isZero();
  }
}
