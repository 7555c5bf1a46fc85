package viewstream.query.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.query.freshness.Coverage;
import viewstream.query.freshness.Source;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Measure;
import viewstream.query.reply.Plan;
import viewstream.query.video.CatalogEntry;
import viewstream.query.video.VideoAnswer;
import viewstream.query.video.VideoQuestion;
import viewstream.query.video.VideoStore;

/** Figures of videos, from ClickHouse. */
@Component
final class ClickHouseVideos implements VideoStore {
  private final ClickHouse clickHouse;

  ClickHouseVideos(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @Override
  public VideoAnswer read(VideoQuestion question) {
    Sql sql = VideoSql.of(question);
    Plan plan = new Plan(sql.tables(), sql.text());
    return clickHouse.query(sql, rows -> answer(question, plan, rows));
  }

  private static VideoAnswer answer(VideoQuestion question, Plan plan, ResultSet rows)
      throws SQLException {
    QuarterHours quarters = QuarterHours.of(question.range(), question.steps());
    Coverage coverage = new Coverage(Source.REALTIME, null);
    boolean exactViewers = true;
    CatalogEntry catalogued = null;
    Map<Instant, Facts> byStep = new HashMap<>();
    Map<Dimension, Map<String, Long>> breakdowns = new EnumMap<>(Dimension.class);
    while (rows.next()) {
      catalogued = new CatalogEntry(rows.getString(VideoSql.CHANNEL), duration(rows));
      coverage = CoverageColumns.read(rows, quarters);
      long step = rows.getLong(VideoSql.STEP);
      if (step != 0) {
        byStep.put(Instant.ofEpochSecond(step), facts(question, rows));
        exactViewers &= exactViewers(question, rows);
        for (Dimension dimension : question.dimensions()) {
          breakdowns.put(dimension, views(rows.getObject(dimension.column())));
        }
      }
    }
    return new VideoAnswer(catalogued, byStep, breakdowns, exactViewers, coverage, plan);
  }

  /** A step in which nobody viewed has its exact number too. */
  private static boolean exactViewers(VideoQuestion question, ResultSet rows) throws SQLException {
    return !question.measures().contains(Measure.UNIQUE_VIEWERS)
        || rows.getBoolean(VideoSql.EXACT_VIEWERS)
        || rows.getLong(Measure.UNIQUE_VIEWERS.column()) == 0;
  }

  private static OptionalLong duration(ResultSet rows) throws SQLException {
    long durationMs = rows.getLong(VideoSql.DURATION);
    return durationMs == 0 ? OptionalLong.empty() : OptionalLong.of(durationMs);
  }

  private static Facts facts(VideoQuestion question, ResultSet rows) throws SQLException {
    Map<Measure, Long> values = new EnumMap<>(Measure.class);
    Map<Integer, Long> startups = Map.of();
    for (Measure measure : question.measures()) {
      if (measure.kind() == Measure.Kind.HISTOGRAM) {
        startups = histogram(rows.getObject(measure.column()));
      } else {
        values.put(measure, rows.getLong(measure.column()));
      }
    }
    return new Facts(values, startups);
  }

  private static Map<String, Long> views(@Nullable Object column) {
    Map<String, Long> views = new HashMap<>();
    asMap(column).forEach((value, count) -> views.put(String.valueOf(value), number(count)));
    return views;
  }

  private static Map<Integer, Long> histogram(@Nullable Object column) {
    Map<Integer, Long> views = new HashMap<>();
    asMap(column)
        .forEach((bucket, count) -> views.put(Math.toIntExact(number(bucket)), number(count)));
    return views;
  }

  private static Map<?, ?> asMap(@Nullable Object column) {
    return column instanceof Map<?, ?> map ? map : Map.of();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
