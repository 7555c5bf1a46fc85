package viewstream.query.trending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.http.UnavailableException;

/**
 * Names of videos, joined late: lists know ids only. While the catalogue is away old names serve,
 * and a video whose name was never read goes without.
 */
@Component
class VideoNames {
  private final TrendingArchive archive;
  private final Clock clock;
  private final Duration maximumAge;
  private final Cache<String, Read> read;

  VideoNames(TrendingArchive archive, Clock clock, TrendingSettings settings) {
    this.archive = archive;
    this.clock = clock;
    this.maximumAge = settings.nameAge();
    this.read =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.nameStaleAge())
            .maximumSize(settings.maximumNames())
            .build();
  }

  /** The names of these videos, of those that have one. */
  Map<String, VideoName> of(Collection<String> videoIds) {
    Instant oldest = clock.instant().minus(maximumAge);
    List<String> asked = videoIds.stream().filter(id -> isOlder(id, oldest)).toList();
    if (!asked.isEmpty()) {
      ask(asked);
    }
    Map<String, VideoName> names = new HashMap<>();
    read.getAllPresent(videoIds)
        .forEach(
            (id, found) -> {
              if (found.name() != null) {
                names.put(id, found.name());
              }
            });
    return names;
  }

  private void ask(List<String> videoIds) {
    try {
      Map<String, VideoName> found = archive.names(videoIds);
      Instant now = clock.instant();
      videoIds.forEach(id -> read.put(id, new Read(found.get(id), now)));
    } catch (UnavailableException away) {
      // What was read before has to do.
    }
  }

  private boolean isOlder(String videoId, Instant oldest) {
    Read found = read.getIfPresent(videoId);
    return found == null || found.at().isBefore(oldest);
  }

  /**
   * What the catalogue said.
   *
   * @param name null if it did not know the video
   */
  private record Read(@Nullable VideoName name, Instant at) {}
}
