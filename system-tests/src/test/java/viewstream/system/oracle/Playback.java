package viewstream.system.oracle;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One view, folded from its events in order of arrival (contract, sections 3 and 8). */
final class Playback {
  private static final long ENGAGED_MS = 30_000;

  private final Set<Integer> seen = new HashSet<>();
  private final WatchCap cap = new WatchCap();
  private final VideoFigures figures;
  private @Nullable Reading attempt;
  private @Nullable Reading shown;
  private long playedMs;
  private long durationMs;
  private boolean completed;
  private @Nullable Instant firstFatal;
  private @Nullable Instant lastFatal;

  Playback(VideoFigures figures) {
    this.figures = figures;
  }

  void add(Reading event) {
    Integer seq = event.seq();
    if (seq != null && !seen.add(seq)) {
      return;
    }
    boolean report = event.type().equals("view");
    long creditMs =
        report ? WatchCap.oneShot(event.watchedMs()) : cap.credit(event.time(), event.watchedMs());
    playedMs += creditMs;
    figures.count("watch_time_ms", event.time(), creditMs);
    durationMs = Math.max(durationMs, event.durationMs());
    completed |= event.type().equals("complete") || event.says("completed", true);
    if (event.type().equals("error") && event.says("fatal", true)) {
      failed(event.time());
    }
    if (event.type().equals("buffer")) {
      figures.count("stalls", event.time(), 1);
    }
    figures.count("buffering_ms", event.time(), event.bufferingMs());
    boolean frame = report || event.type().equals("first_frame");
    if (attempt == null && (frame || event.type().equals("play"))) {
      attempt = event;
    }
    if (shown == null && frame) {
      shown = event;
    }
  }

  /** Counts what is known of the view when all its events are in. */
  void close() {
    if (attempt != null) {
      figures.count("play_attempts", attempt.time(), 1);
      boolean before = firstFatal != null && (shown == null || firstFatal.isBefore(shown.time()));
      figures.count("start_failures", attempt.time(), before ? 1 : 0);
    }
    if (shown != null) {
      figures.count("views", shown.time(), 1);
      figures.count("engaged_views", shown.time(), engaged() ? 1 : 0);
      figures.count("completions", shown.time(), completed ? 1 : 0);
      boolean after = lastFatal != null && !lastFatal.isBefore(shown.time());
      figures.count("playback_failures", shown.time(), after ? 1 : 0);
      figures.viewedBy(shown);
    }
  }

  private void failed(Instant time) {
    firstFatal = firstFatal == null || time.isBefore(firstFatal) ? time : firstFatal;
    lastFatal = lastFatal == null || time.isAfter(lastFatal) ? time : lastFatal;
  }

  private boolean engaged() {
    boolean isShort = durationMs > 0 && durationMs < ENGAGED_MS;
    return playedMs >= ENGAGED_MS || (isShort && playedMs * 2 > durationMs);
  }
}
