package viewstream.query.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import viewstream.query.creator.CreatorAnswer;
import viewstream.query.creator.CreatorQuestion;
import viewstream.query.creator.CreatorStore;
import viewstream.query.creator.TopVideo;
import viewstream.query.freshness.Coverage;
import viewstream.query.freshness.Source;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Measure;
import viewstream.query.reply.Plan;
import viewstream.query.time.Period;

/** Figures of channels, from ClickHouse. */
@Component
final class ClickHouseCreators implements CreatorStore {
  private final ClickHouse clickHouse;

  ClickHouseCreators(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public CreatorAnswer read(CreatorQuestion question) {
    Sql sql = CreatorSql.of(question);
    Plan plan = new Plan(sql.tables(), sql.text());
    return clickHouse.query(sql, rows -> answer(question.period(), plan, rows));
  }

  private static CreatorAnswer answer(Period period, Plan plan, ResultSet rows)
      throws SQLException {
    QuarterHours quarters = QuarterHours.of(period.both(), period.steps());
    Coverage coverage = new Coverage(Source.REALTIME, null);
    Map<Instant, Facts> byStep = new HashMap<>();
    Map<Instant, Long> viewers = new HashMap<>();
    List<TopVideo> topVideos = new ArrayList<>();
    while (rows.next()) {
      coverage = CoverageColumns.read(rows, quarters);
      long step = rows.getLong(CreatorSql.STEP);
      String videoId = rows.getString(CreatorSql.VIDEO);
      if (step != 0) {
        Instant start = Instant.ofEpochSecond(step);
        byStep.put(start, facts(rows));
        viewers.put(start, rows.getLong(Measure.UNIQUE_VIEWERS.column()));
      } else if (!videoId.isEmpty()) {
        topVideos.add(new TopVideo(videoId, rows.getString(CreatorSql.TITLE), facts(rows)));
      }
    }
    return new CreatorAnswer(byStep, viewers, topVideos, coverage, plan);
  }

  private static Facts facts(ResultSet rows) throws SQLException {
    Map<Measure, Long> values = new EnumMap<>(Measure.class);
    for (Measure measure : CreatorQuestion.MEASURES) {
      values.put(measure, rows.getLong(measure.column()));
    }
    return new Facts(values, Map.of());
  }
}
