package viewstream.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.Source;
import viewstream.query.http.UnavailableException;
import viewstream.query.observability.QueryMetrics;
import viewstream.query.observability.QueryMetricsFixture;
import viewstream.query.time.FakeClock;

class ReplyCacheTest {
  private static final CacheSettings SETTINGS =
      new CacheSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(300),
          Duration.ofHours(1),
          DataSize.ofMegabytes(1),
          4,
          Duration.ofSeconds(10));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final FakeShared shared = new FakeShared();
  private final AtomicInteger loads = new AtomicInteger();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ReplyCache cache = instance();

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  void loadsOnceWhileFresh() {
    assertThat(cache.get("key", this::load).stale()).isFalse();
    clock.advance(Duration.ofSeconds(2));
    cache.get("key", this::load);

    assertThat(loads).hasValue(1);
  }

  @Test
  void loadsAgainWhenTooOld() {
    cache.get("key", this::load);
    clock.advance(Duration.ofSeconds(6));

    Served served = cache.get("key", this::load);

    assertThat(loads).hasValue(2);
    assertThat(served.reply().age(clock.instant())).isZero();
  }

  @Test
  void renewsInTheBackgroundBeforeItIsTooOld() {
    cache.get("key", this::load);
    clock.advance(Duration.ofSeconds(4));

    assertThat(cache.get("key", this::load).reply().age(clock.instant())).hasSeconds(4);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(cache.get("key", this::load).reply().age(clock.instant())).isZero());
    assertThat(loads).hasValue(2);
  }

  @Test
  void takesWhatAnotherInstanceHasLoaded() {
    try (ReplyCache other = instance()) {
      other.get("key", this::load);
    }
    cache.get("key", this::load);

    assertThat(loads).hasValue(1);
  }

  @Test
  void servesStaleWhenItCannotLoad() {
    cache.get("key", this::load);
    clock.advance(Duration.ofSeconds(60));

    Served served = cache.get("key", this::fail);

    assertThat(served.stale()).isTrue();
    assertThat(served.reply().age(clock.instant())).hasSeconds(60);
  }

  @Test
  void servesStaleFromAnotherInstanceWhenItCannotLoad() {
    try (ReplyCache other = instance()) {
      other.get("key", this::load);
    }
    clock.advance(Duration.ofSeconds(60));

    assertThat(cache.get("key", this::fail).stale()).isTrue();
  }

  @Test
  void failsWhenThereIsNothingToServe() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> cache.get("key", this::fail));
  }

  @Test
  void doesNotShareThatAVideoIsUnknown() {
    cache.get("key", () -> reply(null));

    assertThat(shared.kept).isEmpty();
  }

  @Test
  void countsEveryRequestUnderOneResult() {
    cache.get("key", this::load);
    cache.get("key", this::load);
    clock.advance(Duration.ofSeconds(60));
    cache.get("key", this::fail);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> cache.get("other", this::fail));

    assertThat(meters.find(QueryMetrics.REPLIES).counters())
        .extracting(counter -> counter.getId().getTag(QueryMetrics.RESULT) + " " + counter.count())
        .containsExactlyInAnyOrder("loaded 1.0", "local 1.0", "stale 1.0", "failed 1.0");
  }

  private ReplyCache instance() {
    return new ReplyCache(shared, SETTINGS, clock, QueryMetricsFixture.of(meters));
  }

  private Reply load() {
    loads.incrementAndGet();
    return reply("cooking");
  }

  private Reply fail() {
    throw new UnavailableException("away", new IOException());
  }

  private Reply reply(@Nullable String channel) {
    Freshness freshness = new Freshness(clock.instant(), clock.instant(), Source.REALTIME, true);
    return new Reply(channel, freshness, new byte[0]);
  }

  private static final class FakeShared implements SharedReplies {
    final Map<String, Reply> kept = new ConcurrentHashMap<>();

    @Override
    public @Nullable Reply find(String key) {
      return kept.get(key);
    }

    @Override
    public void keep(String key, Reply reply, Duration timeToLive) {
      kept.put(key, reply);
    }
  }
}
