package viewstream.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viewstream.query.http.UnavailableException;
import viewstream.query.time.FakeClock;
import viewstream.schema.redis.Sink;

class ProgressTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final FreshnessSettings SETTINGS =
      new FreshnessSettings(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(1));

  private final FakeClock clock = new FakeClock(NOON);
  private final FakeStore store = new FakeStore();
  private final Progress progress = new Progress(store, clock, SETTINGS);

  @Test
  void isTheLeastOfTheSinksAskedFor() {
    store.reported.put(Sink.VIDEO_MINUTE, NOON.minusSeconds(5));
    store.reported.put(Sink.EVENTS, NOON.minusSeconds(9));

    assertThat(progress.through(Set.of(Sink.VIDEO_MINUTE))).isEqualTo(NOON.minusSeconds(5));
    assertThat(progress.through(Set.of(Sink.VIDEO_MINUTE, Sink.EVENTS)))
        .isEqualTo(NOON.minusSeconds(9));
  }

  @Test
  void isUnknownWhileOneHasNotReported() {
    store.reported.put(Sink.VIDEO_MINUTE, NOON);

    assertThat(progress.through(Set.of(Sink.VIDEO_MINUTE, Sink.EVENTS))).isNull();
  }

  @Test
  void isAskedForOnceASecond() {
    store.reported.put(Sink.VIEWS, NOON);
    progress.through(Set.of(Sink.VIEWS));
    progress.through(Set.of(Sink.VIEWS));
    assertThat(store.reads).isEqualTo(1);

    clock.advance(Duration.ofMillis(1001));
    progress.through(Set.of(Sink.VIEWS));
    assertThat(store.reads).isEqualTo(2);
  }

  @Test
  void holdsWhatWasReportedWhileTheStoreIsAwayOrEmpty() {
    store.reported.put(Sink.VIEWS, NOON);
    progress.through(Set.of(Sink.VIEWS));

    store.away = true;
    clock.advance(Duration.ofSeconds(20));
    assertThat(progress.through(Set.of(Sink.VIEWS))).isEqualTo(NOON);

    store.away = false;
    store.reported.clear();
    clock.advance(Duration.ofSeconds(20));
    assertThat(progress.through(Set.of(Sink.VIEWS))).isEqualTo(NOON);
  }

  @Test
  void makesAnAnswerDelayedWhenItIsOldOrUnknown() {
    Duration bound = Duration.ofSeconds(60);

    assertThat(freshness(NOON.minusSeconds(60)).delayed(NOON, bound)).isFalse();
    assertThat(freshness(NOON.minusSeconds(61)).delayed(NOON, bound)).isTrue();
    assertThat(new Freshness(null, NOON, Source.REALTIME, true).delayed(NOON, bound)).isTrue();
  }

  private static Freshness freshness(Instant dataThrough) {
    return new Freshness(dataThrough, NOON, Source.REALTIME, true);
  }

  private static final class FakeStore implements ProgressStore {
    final Map<Sink, Instant> reported = new EnumMap<>(Sink.class);
    boolean away;
    int reads;

    @Override
    public Map<Sink, Instant> read() {
      reads++;
      if (away) {
        throw new UnavailableException("away", new IOException());
      }
      return Map.copyOf(reported);
    }
  }
}
