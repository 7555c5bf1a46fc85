package viewstream.query.storage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import viewstream.query.creator.CreatorQuestion;
import viewstream.query.metric.Measure;
import viewstream.query.time.Period;

/**
 * The one statement that answers a {@link CreatorQuestion}: rows of the previous days and of each
 * day, with distinct viewers beside the first of either; and rows of step 0, one for each of the
 * most viewed videos. A row without figures is always there.
 */
final class CreatorSql {
  static final String STEP = "step";
  static final String VIDEO = "video_id";
  static final String TITLE = "title";

  private static final List<String> COLUMNS =
      CreatorQuestion.MEASURES.stream().map(Measure::column).toList();

  private final CreatorQuestion question;
  private final Period period;
  private final SqlText sql = new SqlText();
  private final Tiers tiers;

  private CreatorSql(CreatorQuestion question) {
    this.question = question;
    this.period = question.period();
    this.tiers =
        new Tiers(sql, new Videos.Channel(question.channelId()), period.both(), period.steps());
  }

  static Sql of(CreatorQuestion question) {
    return new CreatorSql(question).statement();
  }

  private Sql statement() {
    tiers.with();
    sql.add("SELECT " + CoverageColumns.SELECTED + ", step, figures.video_id AS video_id")
        .add(", titles.title AS title, unique_viewers" + columns(", %s"))
        .add(" FROM (SELECT 1 AS one) AS always LEFT JOIN (SELECT 1 AS one, * FROM (");
    figures();
    sql.add(") AS counted FULL JOIN (");
    viewers();
    sql.add(") AS viewers USING (step)) AS figures USING (one)")
        .add(" LEFT JOIN (SELECT v.video_id AS video_id, v.title AS title")
        .table("videos")
        .add(" AS v FINAL WHERE v.video_id IN own) AS titles USING (video_id)")
        .add(" ORDER BY step, views DESC, video_id");
    return sql.done("creator");
  }

  /** By step, and by video since the period began; of the videos the most viewed. */
  private void figures() {
    sql.add("SELECT step, video_id" + columns(", sum(%s) AS %1$s"))
        .add(" FROM (SELECT *, step >= ? AS current FROM (", period.start().getEpochSecond());
    tiers.figures(Stream.concat(Stream.of(VIDEO), COLUMNS.stream()).toList());
    sql.add(" UNION ALL ");
    subscriptions();
    sql.add(")) GROUP BY GROUPING SETS ((step), (current, video_id))")
        .add(" HAVING step > 0 OR (current AND views > 0)")
        .add(" ORDER BY views DESC, video_id LIMIT ? BY step", question.topVideos());
  }

  /** Subscriptions that name the channel and no video are nowhere else. */
  private void subscriptions() {
    sql.add(Tiers.step("toUnixTimestamp(g.event_time)") + ", g.video_id, 0, 0, 1")
        .table("engagements")
        .add(" AS g FINAL WHERE g.video_id = '' AND g.channel_id = ?", question.channelId())
        .add(" AND ")
        .within("g.event_time", period.both().from(), period.both().to())
        .add(" AND g.type = 'subscribe' AND g.traffic_class = 'human'")
        .add(" AND (g.in_live_figures OR has(rolled, toDate(g.event_time)))");
  }

  private void viewers() {
    long start = period.start().getEpochSecond();
    sql.add(
            "SELECT if(step < ?, ?, ?) AS step",
            start,
            period.previousStart().getEpochSecond(),
            start)
        .add(", uniqCombined64Merge(17)(sketch) AS unique_viewers FROM (");
    tiers.viewers();
    sql.add(") GROUP BY step");
  }

  private static String columns(String form) {
    return COLUMNS.stream().map(form::formatted).collect(Collectors.joining());
  }
}
