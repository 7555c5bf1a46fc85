package viewstream.query.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.query.freshness.ProgressFixture;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics;
import viewstream.query.observability.QueryMetrics.CounterResult;
import viewstream.query.observability.QueryMetricsFixture;
import viewstream.query.time.FakeClock;
import viewstream.schema.redis.Sink;

class ViewCounterTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final CounterSettings SETTINGS =
      new CounterSettings(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(300),
          Duration.ofSeconds(10),
          1_000,
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));

  private final FakeClock clock = new FakeClock(NOON);
  private final Map<Sink, Instant> reported =
      new EnumMap<>(
          Map.of(Sink.VIEWS, NOON.minusSeconds(2), Sink.VIDEO_MINUTE, NOON.minusSeconds(9)));
  private final FakeLive live = new FakeLive();
  private final FakeStored stored = new FakeStored();
  private final ViewCounter counter = counter();

  private ViewCounter counter() {
    QueryMetrics metrics = QueryMetricsFixture.of(new SimpleMeterRegistry());
    CountReader reader =
        new CountReader(live, stored, ProgressFixture.of(clock, reported), clock, SETTINGS);
    return new ViewCounter(reader, metrics, clock, SETTINGS);
  }

  @Test
  void isReadFromTheLiveStore() {
    live.counts.put("soup", new LiveCount.Complete(42));

    ViewCounter.Shown shown = counter.read("soup");

    assertThat(shown.count().views()).isEqualTo(42);
    assertThat(shown.count().freshness().dataThrough()).isEqualTo(NOON.minusSeconds(2));
    assertThat(stored.reads).isZero();
  }

  @Test
  void isRestoredWhereTheLiveStoreLostIt() {
    stored.views.put("soup", 42L);
    live.missed = NOON.minusSeconds(20);

    assertThat(counter.read("soup").count().views()).isEqualTo(42);
    assertThat(live.counts).containsEntry("soup", new LiveCount.Complete(42));
    assertThat(stored.baseDay).isEqualTo(LocalDate.parse("2026-03-08"));
  }

  /** The view that was lost with it may still be on its way to ClickHouse. */
  @Test
  void isNotRestoredBeforeClickHouseHasAllThatWasLost() {
    live.counts.put("soup", new LiveCount.Incomplete());
    stored.views.put("soup", 41L);

    ViewCount count = counter.read("soup").count();

    assertThat(count.views()).isEqualTo(41);
    assertThat(count.result()).isEqualTo(CounterResult.CLICKHOUSE);
    assertThat(count.freshness().dataThrough()).isEqualTo(NOON.minusSeconds(9));
    assertThat(live.counts).containsEntry("soup", new LiveCount.Incomplete());
  }

  /** What was not there when ClickHouse was asked may have come since. */
  @Test
  void claimsOfAnUnknownIdOnlyWhatWasKnownWhenItWasLookedFor() {
    counter.read("made-up");
    reported.put(Sink.VIEWS, NOON.plusSeconds(3));
    reported.put(Sink.VIDEO_MINUTE, NOON.plusSeconds(3));
    clock.advance(Duration.ofSeconds(3));

    assertThat(counter.read("made-up").count().freshness().dataThrough())
        .isEqualTo(NOON.minusSeconds(9));
  }

  @Test
  void claimsOfARestoredCountOnlyWhatBothStoresHold() {
    live.counts.put("soup", new LiveCount.Incomplete());

    assertThat(counter.read("soup").count().freshness().dataThrough())
        .isEqualTo(NOON.minusSeconds(9));
  }

  @Test
  void writesNothingForIdsThatNobodyKnowsAndAsksOnce() {
    assertThat(counter.read("made-up").count().views()).isZero();
    clock.advance(Duration.ofSeconds(3));
    assertThat(counter.read("made-up").count().views()).isZero();

    assertThat(live.counts).isEmpty();
    assertThat(stored.reads).isEqualTo(1);
  }

  @Test
  void isCountedByClickHouseWhileTheLiveStoreIsAway() {
    live.away = true;
    stored.views.put("soup", 42L);

    assertThat(counter.read("soup").count().views()).isEqualTo(42);
    clock.advance(Duration.ofSeconds(4));
    counter.read("soup");
    assertThat(stored.reads).isEqualTo(1);
  }

  @Test
  void isStaleRatherThanAbsentWhenBothAreAway() {
    live.counts.put("soup", new LiveCount.Complete(42));
    counter.read("soup");
    live.away = true;
    stored.away = true;
    clock.advance(Duration.ofSeconds(60));

    assertThat(counter.read("soup").stale()).isTrue();
    assertThat(counter.read("soup").count().views()).isEqualTo(42);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> counter.read("never read before"));
  }

  private static final class FakeLive implements LiveViews {
    final Map<String, LiveCount> counts = new HashMap<>();
    Instant missed = NOON;
    boolean away;

    @Override
    public Instant missed(String videoId, Instant now) {
      check(away);
      return missed;
    }

    @Override
    public LiveCount read(String videoId) {
      check(away);
      return counts.getOrDefault(videoId, new LiveCount.Absent());
    }

    @Override
    public long restore(String videoId, ViewTotals totals) {
      check(away);
      counts.put(videoId, new LiveCount.Complete(totals.total()));
      return totals.total();
    }
  }

  private static final class FakeStored implements StoredViews {
    final Map<String, Long> views = new HashMap<>();
    LocalDate baseDay = LocalDate.EPOCH;
    boolean away;
    int reads;

    @Override
    public ViewTotals count(String videoId, LocalDate day) {
      reads++;
      check(away);
      baseDay = day;
      return new ViewTotals(views.getOrDefault(videoId, 0L), day, Map.of());
    }
  }

  private static void check(boolean away) {
    if (away) {
      throw new UnavailableException("away", new IOException());
    }
  }
}
