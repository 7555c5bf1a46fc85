package viewstream.query.meta;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
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
        .addProperty("freshness", new Schema<>().$ref("#/components/schemas/FreshnessView"));
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
