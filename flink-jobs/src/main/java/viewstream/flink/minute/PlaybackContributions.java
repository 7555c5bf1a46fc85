package viewstream.flink.minute;

import static viewstream.flink.clickhouse.RowBinary.uint32;

import viewstream.flink.aggregate.Contributions;
import viewstream.flink.aggregate.Slots;
import viewstream.flink.tracking.Correction;
import viewstream.flink.tracking.Tracked;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayedInterval;

/**
 * What a tracked event adds to which minutes: its own figures to the minute it happened in,
 * corrections to the minutes of its view's milestones. Claims are clamped as they are in {@code
 * events}, so that both tell the same.
 */
final class PlaybackContributions implements Contributions<Tracked, MinuteSums> {
  private static final long serialVersionUID = 1;

  @Override
  public void contribute(Tracked tracked, Slots<MinuteSums> slots) {
    if (!tracked.counts()) {
      return;
    }
    slots.contribute(
        tracked.event().getVideoId(),
        tracked.eventTime(),
        tracked.logTime(),
        sums -> addEvent(tracked, sums.contribution()));
    for (Correction correction : tracked.corrections()) {
      slots.contribute(
          correction.videoId(),
          correction.time(),
          tracked.logTime(),
          sums -> addCorrection(correction, sums.contribution()));
    }
  }

  private static void addEvent(Tracked tracked, MinuteSums sums) {
    PlaybackEvent event = tracked.event();
    sums.add(Measure.WATCH_TIME_MS, tracked.creditedMs())
        .add(Measure.PLAYED_MS, playedMs(event))
        .add(Measure.BUFFERING_MS, uint32(event.getBufferingMs()))
        .add(Measure.DROPPED_FRAMES, uint32(event.getDroppedFrames()));
    if (event.getDurationMs() != null) {
      sums.longest(event.getDurationMs());
    }
    if (event.getBitrateKbps() != null) {
      sums.add(Measure.BITRATE_KBPS_MS, uint32(event.getBitrateKbps()) * tracked.creditedMs())
          .add(Measure.BITRATE_MS, tracked.creditedMs());
    }
    if (event.getType() == PlaybackType.buffer) {
      sums.add(Measure.STALLS, 1);
    }
    if (tracked.attempt()) {
      sums.add(Measure.PLAY_ATTEMPTS, 1);
    }
    if (tracked.view()) {
      sums.view(event.getContext());
      if (event.getStartupMs() != null) {
        sums.startup(uint32(event.getStartupMs()));
      }
    }
  }

  private static void addCorrection(Correction correction, MinuteSums sums) {
    sums.add(Measure.ENGAGED_VIEWS, correction.engagedViews())
        .add(Measure.COMPLETIONS, correction.completions())
        .add(Measure.PLAYBACK_FAILURES, correction.playbackFailures())
        .add(Measure.START_FAILURES, correction.startFailures());
  }

  private static long playedMs(PlaybackEvent event) {
    long played = 0;
    for (PlayedInterval interval : event.getPlayed()) {
      played += Math.max(0, interval.getToMs() - interval.getFromMs());
    }
    return played;
  }
}
