package viewstream.flink.tracking;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import viewstream.flink.serial.SerializedType;
import viewstream.flink.source.Logged;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.TrafficClass;

/**
 * A playback event without duplicates, with what it counts for. Everything that is told about views
 * is told from a stream of these.
 *
 * @param report what the player said, and when the log took it in
 * @param live false when only the rollup counts it; then nothing below is set
 * @param creditedMs of the claimed watch time, what the cap grants
 * @param attempt it is the view's first accepted attempt
 * @param view it is the view's first frame, where the view counts
 * @param corrections to figures that count at the view's milestones
 */
public record Tracked(
    Logged<PlaybackEvent> report,
    boolean live,
    long creditedMs,
    boolean attempt,
    boolean view,
    List<Correction> corrections) {

  /** How Flink moves it. */
  public static final TypeInformation<Tracked> TYPE =
      SerializedType.of(Tracked.class, new TrackedSerializer());

  public Tracked {
    corrections = List.copyOf(corrections);
  }

  static Tracked of(Logged<PlaybackEvent> report, Verdict.Accepted accepted) {
    return new Tracked(
        report,
        true,
        accepted.creditedMs(),
        accepted.attempt(),
        accepted.view(),
        accepted.corrections());
  }

  static Tracked forTheRollupAlone(Logged<PlaybackEvent> report) {
    return new Tracked(report, false, 0, false, false, List.of());
  }

  public PlaybackEvent event() {
    return report.value();
  }

  /** Event time, epoch ms. */
  public long eventTime() {
    return event().getEventTime().toEpochMilli();
  }

  /** When the log took it in, epoch ms. */
  public long logTime() {
    return report.time();
  }

  /** Whether it belongs in the live figures. */
  public boolean counts() {
    return live && event().getOrigin().getTrafficClass() == TrafficClass.human;
  }
}
