package viewstream.system.oracle;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import viewstream.system.traffic.Event;

/**
 * Recomputes every video's figures from the log of acknowledged events, by the written contract
 * alone.
 */
public final class Oracle {
  private static final Map<String, String> COUNTED =
      Map.of(
          "dislike", "dislikes",
          "comment", "comments",
          "share", "shares",
          "subscribe", "subscribers_gained",
          "unsubscribe", "subscribers_lost",
          "impression", "impressions",
          "click", "clicks");

  private final Set<String> seen = new HashSet<>();
  private final Map<String, VideoFigures> videos = new LinkedHashMap<>();
  private final Map<String, Playback> playbacks = new HashMap<>();

  private Oracle() {}

  /**
   * The figures by video id.
   *
   * @param acknowledged in order of acknowledgement; repetitions are welcome
   */
  public static Map<String, VideoFigures> expect(Collection<Event> acknowledged) {
    Oracle oracle = new Oracle();
    acknowledged.stream().map(Reading::of).forEach(oracle::add);
    oracle.playbacks.values().forEach(Playback::close);
    return oracle.videos;
  }

  private void add(Reading event) {
    if (!event.human() || !seen.add(event.identity())) {
      return;
    }
    VideoFigures figures = videos.computeIfAbsent(event.videoId(), id -> new VideoFigures());
    if (event.isPlayback()) {
      playbacks.computeIfAbsent(event.viewId(), id -> new Playback(figures)).add(event);
    } else {
      engage(event, figures);
    }
  }

  private static void engage(Reading event, VideoFigures figures) {
    switch (event.type()) {
      case "like" -> figures.count("likes", event.time(), 1);
      case "unlike" -> figures.count("likes", event.time(), -1);
      case "undislike" -> figures.count("dislikes", event.time(), -1);
      default -> figures.count(COUNTED.get(event.type()), event.time(), 1);
    }
  }
}
