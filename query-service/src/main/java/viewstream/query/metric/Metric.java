package viewstream.query.metric;

import static viewstream.query.metric.Formula.total;
import static viewstream.query.metric.Measure.BITRATE_KBPS_MS;
import static viewstream.query.metric.Measure.BITRATE_MS;
import static viewstream.query.metric.Measure.BUFFERING_MS;
import static viewstream.query.metric.Measure.STALLS;
import static viewstream.query.metric.Measure.UNDISLIKES;
import static viewstream.query.metric.Measure.UNLIKES;
import static viewstream.query.metric.Measure.UNSUBSCRIBES;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import viewstream.query.time.Granularity;

/**
 * Every metric that can be asked for. The one place to add one: figures, time series and the list
 * of what can be asked all follow from here. The lower-case name is public API.
 */
public enum Metric {
  VIEWS(Unit.COUNT, "Views whose first frame was shown.", total(Measure.VIEWS)),
  PLAY_ATTEMPTS(
      Unit.COUNT, "Views that were asked for, shown or not.", total(Measure.PLAY_ATTEMPTS)),
  ENGAGED_VIEWS(
      Unit.COUNT,
      "Views that played at least 30 s, or more than half of a shorter video.",
      total(Measure.ENGAGED_VIEWS)),
  UNIQUE_VIEWERS(
      Unit.COUNT,
      "Distinct viewers among the views: exact for a whole rolled UTC day, else at most 1 % off.",
      new Formula.Distinct()),
  WATCH_TIME_MS(Unit.MILLISECONDS, "Time spent playing.", total(Measure.WATCH_TIME_MS)),
  WATCH_TIME_SECONDS(
      Unit.SECONDS,
      "Time spent playing.",
      new Formula.Scaled(total(Measure.WATCH_TIME_MS), 1 / 1e3)),
  WATCH_TIME_HOURS(
      Unit.HOURS,
      "Time spent playing.",
      new Formula.Scaled(total(Measure.WATCH_TIME_MS), 1 / 3.6e6)),
  AVERAGE_VIEW_DURATION_SECONDS(
      Unit.SECONDS,
      "Watch time per view.",
      total(Measure.WATCH_TIME_MS).per(total(Measure.VIEWS)).times(1 / 1e3)),
  AVERAGE_PERCENTAGE_VIEWED(
      Unit.PERCENT,
      "Content played per view, of the video's duration; rewatching counts, so it may exceed 100.",
      new Formula.PercentagePlayed()),
  COMPLETIONS(Unit.COUNT, "Views that reached the end.", total(Measure.COMPLETIONS)),
  COMPLETION_RATE(
      Unit.RATIO, "Completions per view.", total(Measure.COMPLETIONS).per(total(Measure.VIEWS))),
  LIKES(
      Unit.COUNT,
      "Likes less those taken back; may be negative.",
      total(Measure.LIKES).minus(UNLIKES)),
  DISLIKES(
      Unit.COUNT,
      "Dislikes less those taken back; may be negative.",
      total(Measure.DISLIKES).minus(UNDISLIKES)),
  COMMENTS(Unit.COUNT, "Comments written.", total(Measure.COMMENTS)),
  SHARES(Unit.COUNT, "Times the video was shared.", total(Measure.SHARES)),
  ENGAGEMENT_RATE(
      Unit.RATIO,
      "Likes, comments and shares per view.",
      total(Measure.LIKES)
          .minus(UNLIKES)
          .plus(Measure.COMMENTS)
          .plus(Measure.SHARES)
          .per(total(Measure.VIEWS))),
  SUBSCRIBERS_GAINED(Unit.COUNT, "Subscriptions made from this video.", total(Measure.SUBSCRIBES)),
  SUBSCRIBERS_LOST(Unit.COUNT, "Subscriptions ended from this video.", total(UNSUBSCRIBES)),
  IMPRESSIONS(Unit.COUNT, "Times the thumbnail was shown.", total(Measure.IMPRESSIONS)),
  CLICKS(Unit.COUNT, "Times the thumbnail was clicked.", total(Measure.CLICKS)),
  CLICK_THROUGH_RATE(
      Unit.RATIO, "Clicks per impression.", total(Measure.CLICKS).per(total(Measure.IMPRESSIONS))),

  START_FAILURES(
      Unit.COUNT,
      "Attempts that failed before the first frame.",
      Group.QOE,
      total(Measure.START_FAILURES)),
  PLAYBACK_FAILURES(
      Unit.COUNT,
      "Views that failed after the first frame.",
      Group.QOE,
      total(Measure.PLAYBACK_FAILURES)),
  REBUFFER_RATIO(
      Unit.RATIO,
      "Time spent stalled, of the time spent playing or stalled.",
      Group.QOE,
      total(BUFFERING_MS).per(total(Measure.WATCH_TIME_MS).plus(BUFFERING_MS))),
  REBUFFER_FREQUENCY(
      Unit.PER_MINUTE,
      "Stalls per minute watched.",
      Group.QOE,
      total(STALLS).per(total(Measure.WATCH_TIME_MS)).times(60e3)),
  AVERAGE_BITRATE_KBPS(
      Unit.KILOBITS_PER_SECOND,
      "Bitrate, weighted by the time it played.",
      Group.QOE,
      total(BITRATE_KBPS_MS).per(total(BITRATE_MS))),
  STARTUP_TIME_MS_P50(
      Unit.MILLISECONDS,
      "Half of the views started at least this fast, at most 1 % off.",
      Group.QOE,
      new Formula.StartupPercentile(0.50)),
  STARTUP_TIME_MS_P75(
      Unit.MILLISECONDS,
      "Three quarters of the views started at least this fast, at most 1 % off.",
      Group.QOE,
      new Formula.StartupPercentile(0.75)),
  STARTUP_TIME_MS_P95(
      Unit.MILLISECONDS,
      "95 % of the views started at least this fast, at most 1 % off.",
      Group.QOE,
      new Formula.StartupPercentile(0.95));

  /** Where a metric stands in a video's figures. */
  public enum Group {
    METRICS,
    QOE
  }

  private final Unit unit;
  private final String definition;
  private final Group group;
  private final Formula formula;

  Metric(Unit unit, String definition, Formula formula) {
    this(unit, definition, Group.METRICS, formula);
  }

  Metric(Unit unit, String definition, Group group, Formula formula) {
    this.unit = unit;
    this.definition = definition;
    this.group = group;
    this.formula = formula;
  }

  /** As it is written in requests and replies. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The metric of that label, if there is one. */
  public static Optional<Metric> of(String label) {
    return Arrays.stream(values()).filter(metric -> metric.label().equals(label)).findFirst();
  }

  /** All labels, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(Metric::label).collect(Collectors.joining(", "));
  }

  /** What the number counts. */
  public Unit unit() {
    return unit;
  }

  /** What it means, in a sentence. */
  public String definition() {
    return definition;
  }

  /** Where it stands in a video's figures. */
  public Group group() {
    return group;
  }

  /** Whether it is exact, not estimated. */
  public boolean exact() {
    return formula.exact();
  }

  /** What must be read for it. */
  public Set<Measure> measures() {
    return formula.measures();
  }

  /** Its value; null where it cannot be known and must be left out. */
  public @Nullable Number of(Facts facts) {
    return formula.of(facts);
  }

  /** Whether it can be shown in such steps: sketches of viewers are kept by the quarter hour. */
  public boolean supports(Granularity granularity) {
    return granularity != Granularity.MINUTE || !measures().contains(Measure.UNIQUE_VIEWERS);
  }
}
