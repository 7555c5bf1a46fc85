package viewstream.flink.tracking;

import java.util.ArrayList;
import java.util.List;
import viewstream.schema.event.PlaybackEvent;

/** Feeds a view its log and adds up what comes out. */
final class ViewLog {
  static final int MOST_EVENTS = 20_000;

  final View view = new View();
  final List<Verdict> verdicts = new ArrayList<>();

  /** Each event reaches the log when it happens or when the one before did, whichever is later. */
  static ViewLog of(Iterable<PlaybackEvent> events) {
    ViewLog log = new ViewLog();
    long logTime = Long.MIN_VALUE;
    for (PlaybackEvent event : events) {
      logTime = Math.max(logTime, event.getEventTime().toEpochMilli());
      log.add(event, logTime);
    }
    return log;
  }

  static ViewLog of(PlaybackEvent.Builder... events) {
    return of(List.of(events).stream().map(PlaybackEvent.Builder::build).toList());
  }

  Verdict add(PlaybackEvent event, long logTime) {
    Verdict verdict = view.fold(event, logTime, MOST_EVENTS);
    verdicts.add(verdict);
    return verdict;
  }

  /** What all events together come to. */
  Figures figures() {
    Figures figures = new Figures();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Accepted accepted) {
        figures.add(accepted);
      }
    }
    return figures;
  }

  List<Long> credited() {
    return verdicts.stream()
        .map(verdict -> verdict instanceof Verdict.Accepted event ? event.creditedMs() : -1L)
        .toList();
  }

  long duplicates() {
    return verdicts.stream().filter(Verdict.Duplicate.class::isInstance).count();
  }

  /** Sums over a view's verdicts. */
  static final class Figures {
    long watchedMs;
    int attempts;
    int views;
    int engaged;
    int completions;
    int playbackFailures;
    int startFailures;

    private void add(Verdict.Accepted accepted) {
      watchedMs += accepted.creditedMs();
      attempts += accepted.attempt() ? 1 : 0;
      views += accepted.view() ? 1 : 0;
      for (Correction correction : accepted.corrections()) {
        engaged += correction.engagedViews();
        completions += correction.completions();
        playbackFailures += correction.playbackFailures();
        startFailures += correction.startFailures();
      }
    }

    @Override
    public String toString() {
      return "watched %d, attempts %d, views %d, engaged %d, completed %d, failed %d, no start %d"
          .formatted(
              watchedMs, attempts, views, engaged, completions, playbackFailures, startFailures);
    }
  }
}
