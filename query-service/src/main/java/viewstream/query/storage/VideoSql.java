package viewstream.query.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Measure;
import viewstream.query.time.TimeRange;
import viewstream.query.video.VideoQuestion;

/**
 * The one statement that answers a {@link VideoQuestion}: the catalogue's row, and beside it the
 * steps in which anything happened. No row at all means that the video is not in the catalogue; a
 * single row of step 0 means that nothing happened.
 *
 * <p>Steps are cut at starts computed by the caller, so that time zones are decided in one place.
 * They stand in the statement once: it may be 256 KiB long, and a year has 8 760 hours.
 */
final class VideoSql {
  /** Columns that come before the measures: the channel, the duration, the step. */
  static final String CHANNEL = "channel_id";

  static final String DURATION = "duration_ms";
  static final String STEP = "step";

  private static final List<Measure> VIDEO_MINUTE_MEASURES =
      Arrays.stream(Measure.values())
          .filter(measure -> measure.kind() != Measure.Kind.DISTINCT)
          .toList();

  private final VideoQuestion question;
  private final TimeRange range;
  private final String starts;
  private final SqlText sql = new SqlText();

  private VideoSql(VideoQuestion question) {
    this.question = question;
    this.range = question.range();
    this.starts =
        question.steps().starts().stream()
            .map(Instant::getEpochSecond)
            .map(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
  }

  static Sql of(VideoQuestion question) {
    return new VideoSql(question).statement();
  }

  private Sql statement() {
    sql.add(
            "WITH CAST(? AS Array(UInt32)) AS starts"
                + " SELECT catalogue.channel_id AS channel_id, catalogue.duration_ms AS duration_ms,"
                + " figures.*",
            starts)
        .add(" FROM (SELECT 1 AS one, v.channel_id, v.duration_ms")
        .table("videos")
        .add(" AS v FINAL WHERE v.video_id = ?) AS catalogue", question.videoId())
        .add(" LEFT JOIN (SELECT 1 AS one, * FROM (");
    if (readsMinutes() && readsViewers()) {
      minutes();
      sql.add(") AS minutes FULL JOIN (");
      viewers();
      sql.add(") AS viewers USING (step)");
    } else if (readsMinutes()) {
      minutes();
      sql.add(") AS minutes");
    } else {
      viewers();
      sql.add(") AS viewers");
    }
    return sql.add(") AS figures USING (one) ORDER BY step").done(question.name());
  }

  private boolean readsMinutes() {
    return VIDEO_MINUTE_MEASURES.stream().anyMatch(question.measures()::contains)
        || !question.dimensions().isEmpty();
  }

  private boolean readsViewers() {
    return question.measures().contains(Measure.UNIQUE_VIEWERS);
  }

  private void minutes() {
    sql.add("SELECT ");
    step("m.minute");
    sql.add(String.join("", minuteColumns()))
        .table("video_minute")
        .add(" AS m FINAL WHERE m.video_id = ? AND ", question.videoId())
        .within("m.minute", range.from(), range.to())
        .add(" GROUP BY step");
  }

  private List<String> minuteColumns() {
    List<String> columns = new ArrayList<>();
    for (Measure measure : VIDEO_MINUTE_MEASURES) {
      if (question.measures().contains(measure)) {
        columns.add(", %s(m.%s) AS %2$s".formatted(aggregate(measure.kind()), measure.column()));
      }
    }
    for (Dimension dimension : Dimension.values()) {
      if (question.dimensions().contains(dimension)) {
        columns.add(", sumMap(m.%s) AS %1$s".formatted(dimension.column()));
      }
    }
    return columns;
  }

  private static String aggregate(Measure.Kind kind) {
    return switch (kind) {
      case SUM -> "sum";
      case LARGEST -> "max";
      case HISTOGRAM -> "sumMap";
      case DISTINCT -> throw new IllegalArgumentException("distinct viewers are not in minutes");
    };
  }

  /** Whole quarter hours from their sketches, the cut ends exactly from the events. */
  private void viewers() {
    QuarterHours quarters = QuarterHours.of(range);
    sql.add("SELECT step, uniqCombined64Merge(17)(sketch) AS unique_viewers FROM (SELECT ");
    step("q.quarter_hour");
    sql.add(", q.viewers AS sketch")
        .table("video_viewers")
        .add(" AS q WHERE q.video_id = ? AND ", question.videoId())
        .within("q.quarter_hour", quarters.wholeFrom(), quarters.wholeTo())
        .add(" UNION ALL SELECT ");
    step("e.event_time");
    sql.add(", uniqCombined64State(17)(e.viewer_id) AS sketch")
        .table("events")
        .add(" AS e WHERE e.video_id = ? AND (", question.videoId())
        .within("e.event_time", quarters.from(), quarters.wholeFrom())
        .add(" OR ")
        .within("e.event_time", quarters.wholeTo(), quarters.to())
        .add(") AND e.is_view AND e.in_live_figures AND e.traffic_class = 'human' GROUP BY step)")
        .add(" GROUP BY step");
  }

  private void step(String timeColumn) {
    sql.add("roundDown(toUnixTimestamp(" + timeColumn + "), starts) AS step");
  }
}
