package viewstream.system.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Views of honest players: what they report is what their viewers saw, so every cap leaves it
 * whole.
 */
final class Viewing {
  private final Chance chance;
  private final Instant from;
  private final Instant until;
  private final long longestMs;

  Viewing(Chance chance, Instant from, Instant until, Duration longest) {
    this.chance = chance;
    this.from = from;
    this.until = until;
    this.longestMs = longest.toMillis();
  }

  /** A playback with heartbeats, and the pauses, stalls and jumps that happen. */
  List<Draft> playback(Person person, Video video) {
    long startupMs = chance.between(80, 3_000);
    ViewWriter view = writer(person, video, Form.random(chance), start(startupMs));
    if (chance.percent(95)) {
      view.event("play", "start_reason", chance.percent(70) ? "click" : "autoplay");
    }
    view.after(startupMs).event("first_frame", "startup_ms", startupMs);
    long left = longestMs;
    for (long beats = chance.between(0, 15); beats > 0 && left > 60_000; beats--) {
      left -= stretch(view, video);
    }
    if (chance.percent(4)) {
      view.after(chance.between(100, 2_000)).event("error", "fatal", true, "code", "2004");
    } else if (chance.percent(40)) {
      long watchedMs = chance.between(1_000, 9_000);
      view.after(watchedMs).event("complete", "watched_ms", watchedMs);
    } else if (chance.percent(70)) {
      long watchedMs = chance.between(100, 9_000);
      view.after(watchedMs).event("stop", "watched_ms", watchedMs);
    }
    return view.drafts();
  }

  /**
   * What lies between two heartbeats; returns how long it took, at most a minute, in milliseconds.
   */
  private long stretch(ViewWriter view, Video video) {
    long playedMs = chance.between(8_000, 25_000);
    long idleMs = chance.between(500, 30_000);
    long durationMs = video.duration().toMillis();
    switch ((int) chance.between(0, 19)) {
      case 0 -> {
        view.after(playedMs).event("pause", "watched_ms", playedMs);
        view.after(idleMs).event("resume");
        return playedMs + idleMs;
      }
      case 1 -> {
        long stallMs = idleMs / 10;
        view.after(playedMs + stallMs)
            .event("buffer", "watched_ms", playedMs, "buffering_ms", stallMs);
        return playedMs + stallMs;
      }
      case 2 ->
          view.after(playedMs)
              .event("seek", "watched_ms", playedMs, "from_ms", 20_000, "to_ms", 90_000);
      case 3 ->
          view.after(playedMs)
              .event(
                  "quality_change", "watched_ms", playedMs, "bitrate_kbps", 2_500, "height", 720);
      case 4 -> view.after(playedMs).event("heartbeat", "watched_ms", playedMs).stutter();
      default ->
          view.after(playedMs)
              .event(
                  "heartbeat",
                  "state",
                  "playing",
                  "watched_ms",
                  playedMs,
                  "duration_ms",
                  durationMs);
    }
    return playedMs;
  }

  /** A whole playback in one report. */
  List<Draft> report(Person person, Video video) {
    Form random = Form.random(chance);
    Form form =
        new Form(
            random.stamp(), random.eventId(), false, 0, chance.of(List.of(Form.View.values())));
    return report(writer(person, video, form, start(0)), video).drafts();
  }

  /** A whole playback in one report from a clock that is hours wrong, far from a minute's edge. */
  List<Draft> skewedReport(Person person, Video video, Origin origin) {
    Instant safe =
        start(0).truncatedTo(ChronoUnit.MINUTES).plusMillis(chance.between(5_000, 20_000));
    Form form = new Form(Form.Stamp.MILLIS, true, false, 0, Form.View.USER_ID);
    return report(writer(person.at(origin), video, form, safe), video).drafts();
  }

  private ViewWriter report(ViewWriter view, Video video) {
    long watchedMs = chance.between(0, Math.max(2_000, video.duration().toMillis()));
    boolean completed = chance.percent(30);
    return chance.percent(50)
        ? view.event(
            "view",
            "watched_ms",
            watchedMs,
            "duration_ms",
            video.duration().toMillis(),
            "completed",
            completed)
        : view.event("view", "watch_time_seconds", watchedMs / 1_000, "completed", completed);
  }

  /** A playback that never showed a frame: an error, or a viewer without patience. */
  List<Draft> failure(Person person, Video video) {
    ViewWriter view = writer(person, video, Form.random(chance), start(0)).event("play").after(900);
    return chance.percent(60)
        ? view.event("error", "fatal", true, "code", "3016").drafts()
        : view.event("stop").drafts();
  }

  /** A player that reports one first frame twice, under different ids. */
  List<Draft> repeatedFrame(Person person, Video video) {
    ViewWriter view = writer(person, video, Form.random(chance), start(1_000));
    return view.event("first_frame").after(1_000).event("first_frame").drafts();
  }

  private ViewWriter writer(Person person, Video video, Form form, Instant start) {
    return new ViewWriter(chance, person, video, form, start);
  }

  /**
   * A start whose first {@code tieMs} lie in one minute, so that their order of arrival is no
   * matter.
   */
  private Instant start(long tieMs) {
    long latest = until.toEpochMilli() - longestMs - 15_000;
    Instant start = Instant.ofEpochMilli(chance.between(from.toEpochMilli(), latest));
    Instant end = start.plusMillis(tieMs).truncatedTo(ChronoUnit.MINUTES);
    return end.isAfter(start) ? end : start;
  }
}
