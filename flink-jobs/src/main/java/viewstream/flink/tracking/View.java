package viewstream.flink.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;

/**
 * All that is known of one view: one playback of one video in one player. It is a fold over the
 * view's log and nothing else – no clock, no timer, no other view – so that reading the same log
 * again gives the same verdicts, and an honest player is counted the same in whichever order its
 * events arrive.
 *
 * <p>The rules are those of the event contract: "Watch-time cap" and "Where things count".
 */
final class View {
  /** How long after its latest event a view is remembered, and how late an event may come. */
  static final Duration MEMORY = Duration.ofHours(24);

  /** Granted beyond the time since the event before: clocks are coarse, timers late. */
  private static final long TOLERANCE_MS = 5_000;

  /** Granted where no earlier event is known: a heartbeat's longest interval, and the tolerance. */
  private static final long UNKNOWN_GAP_MS = 65_000;

  private static final long LONGEST_PLAYBACK_MS = Duration.ofHours(24).toMillis();
  private static final long ENGAGED_MS = 30_000;

  EventMemory events = new EventMemory();
  @Nullable Moment attempt;
  @Nullable Moment firstFrame;

  /** Credited under the cap, and to a report of the whole playback. */
  long creditedMs;

  long wholePlaybackMs;
  long longestDurationMs;
  boolean completed;
  long earliestFatal = Long.MAX_VALUE;
  long latestFatal = Long.MIN_VALUE;

  /**
   * Folds in one event of the view's log.
   *
   * @param logTime when the log took it in, epoch ms; never less than that of the event before
   * @param mostEvents how many events are remembered of a view
   */
  Verdict fold(PlaybackEvent event, long logTime, int mostEvents) {
    long time = event.getEventTime().toEpochMilli();
    if (logTime > time + MEMORY.toMillis()) {
      return new Verdict.TooLate();
    }
    if (isForgottenAt(logTime)) {
      forget();
    }
    if (events.knows(event.getEventId())) {
      return new Verdict.Duplicate(false);
    }
    if (events.knowsSeq(event)) {
      // Different ids are different bodies: the id is part of the body or derived from it.
      return new Verdict.Duplicate(true);
    }
    if (events.size() >= mostEvents) {
      return new Verdict.BeyondMemory();
    }
    return accept(event, time);
  }

  /** Whether the log has moved on so far that every repeat of an event would come too late. */
  boolean isForgottenAt(long logTime) {
    return !events.isEmpty() && logTime > forgottenAfter();
  }

  /** The log time up to which the view is remembered, epoch ms. */
  long forgottenAfter() {
    return events.latest() + MEMORY.toMillis();
  }

  private Verdict accept(PlaybackEvent event, long time) {
    Standing before = standing();
    boolean shows = showsFirstFrame(event);
    boolean isView = shows && firstFrame == null;
    boolean isAttempt = attempt == null && (shows || event.getType() == PlaybackType.play);
    boolean repeats = (shows && !isView) || (reachesEnd(event) && completed);

    int earlier = events.times.countBelow(time);
    long gap = earlier == 0 ? UNKNOWN_GAP_MS : time - events.times.at(earlier - 1) + TOLERANCE_MS;
    events.remember(event);
    boolean wholePlayback = isView && event.getType() == PlaybackType.view;
    long credited =
        wholePlayback ? creditWholePlayback(event) : creditReport(event.getWatchedMs(), gap);

    if (isAttempt) {
      attempt = new Moment(event.getVideoId(), time);
    }
    if (isView) {
      firstFrame = new Moment(event.getVideoId(), time);
    }
    if (event.getDurationMs() != null) {
      longestDurationMs = Math.max(longestDurationMs, event.getDurationMs());
    }
    completed |= reachesEnd(event);
    if (event.getType() == PlaybackType.error && Boolean.TRUE.equals(event.getFatal())) {
      earliestFatal = Math.min(earliestFatal, time);
      latestFatal = Math.max(latestFatal, time);
    }
    return new Verdict.Accepted(
        credited, isAttempt, isView, standing().since(before, attempt, firstFrame), repeats);
  }

  private long creditReport(long claimedMs, long gapMs) {
    long span = events.latest() - events.earliest() + UNKNOWN_GAP_MS;
    long credited = Math.max(0, Math.min(claimedMs, Math.min(gapMs, span - creditedMs)));
    creditedMs += credited;
    return credited;
  }

  private long creditWholePlayback(PlaybackEvent event) {
    wholePlaybackMs = Math.clamp(event.getWatchedMs(), 0, LONGEST_PLAYBACK_MS);
    return wholePlaybackMs;
  }

  private Standing standing() {
    boolean shown = firstFrame != null;
    long shownAt = firstFrame == null ? Long.MAX_VALUE : firstFrame.time();
    return new Standing(
        shown && isEngaged(),
        shown && completed,
        shown && latestFatal >= shownAt,
        attempt != null && earliestFatal < shownAt);
  }

  private boolean isEngaged() {
    long watched = creditedMs + wholePlaybackMs;
    boolean isShort = longestDurationMs > 0 && longestDurationMs < ENGAGED_MS;
    return watched >= ENGAGED_MS || (isShort && watched * 2 > longestDurationMs);
  }

  private static boolean showsFirstFrame(PlaybackEvent event) {
    return event.getType() == PlaybackType.first_frame || event.getType() == PlaybackType.view;
  }

  private static boolean reachesEnd(PlaybackEvent event) {
    return event.getType() == PlaybackType.complete
        || (event.getType() == PlaybackType.view && Boolean.TRUE.equals(event.getCompleted()));
  }

  private void forget() {
    events = new EventMemory();
    attempt = null;
    firstFrame = null;
    creditedMs = 0;
    wholePlaybackMs = 0;
    longestDurationMs = 0;
    completed = false;
    earliestFatal = Long.MAX_VALUE;
    latestFatal = Long.MIN_VALUE;
  }

  View copy() {
    View copy = new View();
    copy.events = events.copy();
    copy.attempt = attempt;
    copy.firstFrame = firstFrame;
    copy.creditedMs = creditedMs;
    copy.wholePlaybackMs = wholePlaybackMs;
    copy.longestDurationMs = longestDurationMs;
    copy.completed = completed;
    copy.earliestFatal = earliestFatal;
    copy.latestFatal = latestFatal;
    return copy;
  }
}
