package viewstream.query.trending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.cache.Reply;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.Progress;
import viewstream.query.freshness.Source;
import viewstream.query.http.UnavailableException;
import viewstream.schema.redis.Sink;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

/**
 * Reads a list from the live store; from the archive where that has lost it or is away. Where both
 * have none nobody has watched, and the list is empty.
 */
@Component
class TrendingLists {
  /** As many windows back the archive's list is still worth showing. */
  private static final int LIFETIMES = 3;

  private final LiveTrending live;
  private final TrendingArchive archive;
  private final VideoNames names;
  private final Progress progress;
  private final Clock clock;
  private final JsonMapper json;

  TrendingLists(
      LiveTrending live,
      TrendingArchive archive,
      VideoNames names,
      Progress progress,
      Clock clock,
      JsonMapper json) {
    this.live = live;
    this.archive = archive;
    this.names = names;
    this.progress = progress;
    this.clock = clock;
    this.json = json;
  }

  /**
   * The reply to a question.
   *
   * @throws UnavailableException if neither store can be read
   */
  Reply compute(TrendingQuestion question) {
    Instant flushed = progress.through(EnumSet.of(Sink.TRENDING));
    TrendingList list = live(question);
    if (list != null) {
      return reply(question, named(question, list), later(flushed, list.updatedAt()));
    }
    Instant archived = progress.through(EnumSet.of(Sink.TRENDING_SNAPSHOTS));
    NamedList latest = latest(question);
    return latest == null
        ? reply(question, empty(question.window(), archived), archived)
        : reply(question, latest, later(archived, latest.list().updatedAt()));
  }

  private @Nullable TrendingList live(TrendingQuestion question) {
    try {
      return live.read(question.region(), question.window());
    } catch (UnavailableException away) {
      return null;
    }
  }

  private NamedList named(TrendingQuestion question, TrendingList list) {
    List<String> shown =
        list.rows().stream().limit(question.limit()).map(TrendingRow::videoId).toList();
    return new NamedList(list, names.of(shown));
  }

  private @Nullable NamedList latest(TrendingQuestion question) {
    TrendingWindow window = question.window();
    Duration worthShowing = window.length().multipliedBy(LIFETIMES);
    return archive.latest(question.region(), window, clock.instant().minus(worthShowing));
  }

  private NamedList empty(TrendingWindow window, @Nullable Instant through) {
    Instant end = window.endAt(through == null ? clock.instant() : through);
    return new NamedList(
        new TrendingList(end.minus(window.length()), end, end, 0, List.of()), Map.of());
  }

  private Reply reply(TrendingQuestion question, NamedList named, @Nullable Instant through) {
    return new Reply(
        null,
        new Freshness(through, clock.instant(), Source.REALTIME, true),
        json.writeValueAsBytes(TrendingReply.of(question, named)));
  }

  /** A list is complete up to its own update, and up to what its sink has written since. */
  private static Instant later(@Nullable Instant flushed, Instant updated) {
    return flushed == null || flushed.isBefore(updated) ? updated : flushed;
  }
}
