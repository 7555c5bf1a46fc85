package viewstream.ingestion.validation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import viewstream.schema.event.PlayedInterval;

/** Reads {@code played}: content intervals {@code [[from_ms,to_ms],…]}, half-open. */
final class PlayedIntervals {
  private static final String FIELD = "played";
  private static final String RULE =
      "an array of at most 64 pairs [from_ms,to_ms] with 0 <= from_ms <= to_ms";

  private PlayedIntervals() {}

  /**
   * The intervals in the order given, empty ones left out.
   *
   * @param latest largest position, ms
   * @throws InvalidEventException if they break the rule
   */
  static List<PlayedInterval> read(EventObject event, long latest) {
    JsonNode value = event.value(FIELD);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > Limits.PLAYED_INTERVALS) {
      throw InvalidEventException.invalidField(FIELD, RULE);
    }
    var intervals = new ArrayList<PlayedInterval>(value.size());
    for (JsonNode pair : value) {
      if (!pair.isArray() || pair.size() != 2) {
        throw InvalidEventException.invalidField(FIELD, RULE);
      }
      long from = Math.round(EventObject.number(pair.get(0), FIELD, latest));
      long to = Math.round(EventObject.number(pair.get(1), FIELD, latest));
      if (from > to) {
        throw InvalidEventException.invalidField(FIELD, RULE);
      }
      if (from < to) {
        intervals.add(new PlayedInterval(from, to));
      }
    }
    return intervals;
  }
}
