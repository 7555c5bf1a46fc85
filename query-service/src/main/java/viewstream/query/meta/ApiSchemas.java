package viewstream.query.meta;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.LinkedHashSet;
import java.util.List;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Metric;
import viewstream.query.metric.Unit;

/** The form of replies that are made from the lists of metrics and dimensions. */
final class ApiSchemas {
  static final String PROBLEM = "Problem";

  private ApiSchemas() {}

  static Schema<?> video() {
    Schema<?> video = head();
    video.addProperty("metrics", metrics(Metric.Group.METRICS));
    Schema<?> demographics = new ObjectSchema();
    video.addProperty("demographics", demographics);
    for (Dimension dimension : Dimension.values()) {
      (dimension.demographic() ? demographics : video)
          .addProperty(dimension.plural(), shares(dimension));
    }
    video.addProperty("qoe", metrics(Metric.Group.QOE));
    return video;
  }

  static Schema<?> timeseries() {
    Schema<?> point = new ObjectSchema().addProperty("time", new DateTimeSchema());
    for (Metric metric : Metric.values()) {
      point.addProperty(metric.label(), number(metric));
    }
    Schema<?> timeseries = head();
    timeseries.addProperty("granularity", new StringSchema());
    timeseries.addProperty("points", new ArraySchema().items(point));
    return timeseries;
  }

  static Schema<?> creator() {
    Schema<?> creator =
        new ObjectSchema()
            .addProperty("channel_id", new StringSchema())
            .addProperty("creator_id", new StringSchema().description("The same"))
            .addProperty("period", new StringSchema());
    addTotals(creator);
    Schema<?> video = new ObjectSchema().addProperty("video_id", new StringSchema());
    video.addProperty("title", new StringSchema());
    Schema<?> day = new ObjectSchema().addProperty("date", new DateSchema());
    for (Metric metric : List.of(Metric.VIEWS, Metric.WATCH_TIME_HOURS)) {
      video.addProperty(metric.label(), number(metric));
      day.addProperty(metric.label(), number(metric));
    }
    Schema<?> previous = new ObjectSchema().description("The totals of as many days before");
    addTotals(previous);
    return creator
        .addProperty("top_videos", new ArraySchema().items(video))
        .addProperty("metrics_over_time", new ArraySchema().items(day))
        .addProperty("previous_period", previous)
        .addProperty("freshness", freshness());
  }

  private static void addTotals(Schema<?> schema) {
    schema.addProperty("total_views", number(Metric.VIEWS));
    schema.addProperty(Metric.WATCH_TIME_HOURS.label(), number(Metric.WATCH_TIME_HOURS));
    schema.addProperty(Metric.UNIQUE_VIEWERS.label(), number(Metric.UNIQUE_VIEWERS));
    schema.addProperty(Metric.SUBSCRIBERS_GAINED.label(), number(Metric.SUBSCRIBERS_GAINED));
  }

  static Schema<?> trending() {
    String inCatalogue = "Absent for a video that is not in the catalogue";
    Schema<?> row =
        new ObjectSchema()
            .addProperty("rank", new IntegerSchema())
            .addProperty(
                "previous_rank",
                new IntegerSchema()
                    .types(new LinkedHashSet<>(List.of("integer", "null")))
                    .description("In the window before; null outside its first 1 000"))
            .addProperty("video_id", new StringSchema())
            .addProperty("title", new StringSchema().description(inCatalogue))
            .addProperty("channel_id", new StringSchema().description(inCatalogue))
            .addProperty("views", new IntegerSchema())
            .addProperty(
                "growth_rate",
                new NumberSchema().description("(views + 10) / (views in the window before + 10)"));
    return new ObjectSchema()
        .addProperty("region", new StringSchema())
        .addProperty("time_range", new StringSchema())
        .addProperty("trending", new ArraySchema().items(row))
        .addProperty("window_start", new DateTimeSchema())
        .addProperty("window_end", new DateTimeSchema())
        .addProperty("updated_at", new DateTimeSchema())
        .addProperty("freshness", freshness());
  }

  static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("code", new StringSchema());
  }

  private static Schema<?> head() {
    return new ObjectSchema()
        .addProperty("video_id", new StringSchema())
        .addProperty("from", new DateTimeSchema())
        .addProperty("to", new DateTimeSchema())
        .addProperty("tz", new StringSchema())
        .addProperty("freshness", freshness());
  }

  private static Schema<?> freshness() {
    return new Schema<>().$ref("#/components/schemas/FreshnessView");
  }

  private static Schema<?> metrics(Metric.Group group) {
    Schema<?> metrics = new ObjectSchema();
    for (Metric metric : Metric.values()) {
      if (metric.group() == group) {
        metrics.addProperty(metric.label(), number(metric));
      }
    }
    return metrics;
  }

  private static Schema<?> number(Metric metric) {
    Schema<?> number = metric.unit() == Unit.COUNT ? new IntegerSchema() : new NumberSchema();
    return number.description(metric.definition());
  }

  private static Schema<?> shares(Dimension dimension) {
    return new ObjectSchema()
        .additionalProperties(new NumberSchema())
        .description("Shares of views, which sum to 1. " + dimension.definition());
  }
}
