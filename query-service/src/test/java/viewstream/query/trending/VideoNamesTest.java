package viewstream.query.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import viewstream.query.http.UnavailableException;
import viewstream.query.time.FakeClock;
import viewstream.schema.redis.TrendingWindow;

class VideoNamesTest {
  private static final VideoName OLD = new VideoName("Old title", "channel");
  private static final VideoName NEW = new VideoName("New title", "channel");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-03-29T12:00:00Z"));
  private final Catalogue catalogue = new Catalogue();
  private final VideoNames names =
      new VideoNames(
          catalogue,
          clock,
          new TrendingSettings(Duration.ofSeconds(60), Duration.ofHours(1), 1_000));

  @Test
  void areReadOnceAMinute() {
    catalogue.known.put("a", OLD);
    assertThat(names.of(List.of("a", "b"))).isEqualTo(Map.of("a", OLD));
    catalogue.known.put("a", NEW);
    assertThat(names.of(List.of("a", "b"))).isEqualTo(Map.of("a", OLD));

    clock.advance(Duration.ofSeconds(61));

    assertThat(names.of(List.of("a", "b"))).isEqualTo(Map.of("a", NEW));
    assertThat(catalogue.asked).containsExactly(List.of("a", "b"), List.of("a", "b"));
  }

  @Test
  void areKeptWhileTheCatalogueIsAway() {
    catalogue.known.put("a", OLD);
    names.of(List.of("a"));
    catalogue.away = true;
    clock.advance(Duration.ofMinutes(10));

    assertThat(names.of(List.of("a", "b"))).isEqualTo(Map.of("a", OLD));
  }

  private static final class Catalogue implements TrendingArchive {
    private final Map<String, VideoName> known = new HashMap<>();
    private final List<List<String>> asked = new ArrayList<>();
    private boolean away;

    @Override
    public @Nullable NamedList latest(String region, TrendingWindow window, Instant since) {
      return null;
    }

    @Override
    public Map<String, VideoName> names(Collection<String> videoIds) {
      if (away) {
        throw new UnavailableException("away", new IllegalStateException());
      }
      asked.add(List.copyOf(videoIds));
      return known;
    }
  }
}
