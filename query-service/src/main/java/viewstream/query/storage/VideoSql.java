package viewstream.query.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Measure;
import viewstream.query.video.VideoQuestion;

/**
 * The one statement that answers a {@link VideoQuestion}: the catalogue's row, and beside it the
 * steps in which anything happened. No row at all means that the video is not in the catalogue; a
 * single row of step 0 means that nothing happened.
 */
final class VideoSql {
  /** Columns beside the measures. */
  static final String CHANNEL = "channel_id";

  static final String DURATION = "duration_ms";
  static final String STEP = "step";
  static final String EXACT_VIEWERS = "exact_viewers";

  private final VideoQuestion question;
  private final SqlText sql = new SqlText();
  private final Tiers tiers;

  private VideoSql(VideoQuestion question) {
    this.question = question;
    this.tiers =
        new Tiers(sql, new Videos.One(question.videoId()), question.range(), question.steps());
  }

  static Sql of(VideoQuestion question) {
    return new VideoSql(question).statement();
  }

  private Sql statement() {
    tiers.with();
    sql.add(
            "SELECT catalogue.channel_id AS channel_id, catalogue.duration_ms AS duration_ms, "
                + CoverageColumns.SELECTED
                + ", figures.*")
        .add(" FROM (SELECT 1 AS one, v.channel_id, v.duration_ms")
        .table("videos")
        .add(" AS v FINAL WHERE v.video_id = ?) AS catalogue", question.videoId())
        .add(" LEFT JOIN (SELECT 1 AS one, * FROM (");
    if (readsFigures() && readsViewers()) {
      figures();
      sql.add(") AS counted FULL JOIN (");
      viewers();
      sql.add(") AS viewers USING (step)");
    } else if (readsFigures()) {
      figures();
      sql.add(") AS counted");
    } else {
      viewers();
      sql.add(") AS viewers");
    }
    return sql.add(") AS figures USING (one) ORDER BY step").done(question.name());
  }

  private boolean readsFigures() {
    return question.measures().stream().anyMatch(measure -> measure.kind() != Measure.Kind.DISTINCT)
        || !question.dimensions().isEmpty();
  }

  private boolean readsViewers() {
    return question.measures().contains(Measure.UNIQUE_VIEWERS);
  }

  private void figures() {
    List<String> columns = new ArrayList<>();
    sql.add("SELECT step");
    Arrays.stream(Measure.values())
        .filter(measure -> measure.kind() != Measure.Kind.DISTINCT)
        .filter(question.measures()::contains)
        .forEach(
            measure -> {
              columns.add(measure.column());
              sql.add(", %s(%s) AS %2$s".formatted(aggregate(measure.kind()), measure.column()));
            });
    Arrays.stream(Dimension.values())
        .filter(question.dimensions()::contains)
        .forEach(
            dimension -> {
              columns.add(dimension.column());
              sql.add(", sumMap(%s) AS %1$s".formatted(dimension.column()));
            });
    sql.add(" FROM (");
    tiers.figures(columns);
    sql.add(") GROUP BY step");
  }

  private static String aggregate(Measure.Kind kind) {
    return switch (kind) {
      case SUM -> "sum";
      case LARGEST -> "max";
      case HISTOGRAM -> "sumMap";
      case DISTINCT -> throw new IllegalArgumentException("distinct viewers are not added up");
    };
  }

  /** A step that is one whole rolled day has a single row, and that row knows the exact number. */
  private void viewers() {
    sql.add("SELECT step, if(count() = 1, any(exact), NULL) AS exactly")
        .add(", ifNull(exactly, uniqCombined64Merge(17)(sketch)) AS unique_viewers")
        .add(", isNotNull(exactly) AS " + EXACT_VIEWERS + " FROM (");
    tiers.viewers();
    sql.add(") GROUP BY step");
  }
}
