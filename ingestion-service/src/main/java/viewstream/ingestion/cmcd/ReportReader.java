package viewstream.ingestion.cmcd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.cmcd.Value.Item;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.RejectReason;

/** Makes a report of its bytes, whichever form it has. */
final class ReportReader {
  private final EventParser json;

  ReportReader(EventParser json) {
    this.json = json;
  }

  /**
   * Reads one report.
   *
   * @param findings get what was not as it should be
   * @throws InvalidEventException if it is too large, or should be JSON and is none
   */
  Report read(Slice raw, Findings findings) {
    if (raw.length() > Limits.EVENT_BYTES) {
      throw new InvalidEventException(
          RejectReason.TOO_LARGE, null, "a report may have at most 32 KiB");
    }
    if (raw.body()[raw.offset()] != '{') {
      return DictionaryParser.parse(raw, findings);
    }
    var members = new LinkedHashMap<String, Item>();
    for (var field : json.parse(raw.body(), raw.offset(), raw.length()).properties()) {
      Item member = item(field.getKey(), field.getValue());
      if (member != null) {
        members.put(field.getKey(), member);
      }
    }
    return new Report(members, findings);
  }

  /** JSON has no words of its own, so texts are words where the standard has one. */
  private static @Nullable Item item(String key, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isObject()
        ? new Item(value(key, node.path("value")), parameters(node.get("params")))
        : Item.of(value(key, node));
  }

  private static Value value(String key, JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToLong()
              ? new Value.Whole(node.longValue())
              : new Value.Fraction(node.doubleValue());
      case BOOLEAN -> new Value.Flag(node.booleanValue());
      case STRING -> {
        Key known = Key.of(key);
        yield known != null && known.type() == Key.Type.WORD
            ? new Value.Token(node.stringValue())
            : new Value.Text(node.stringValue());
      }
      case ARRAY -> new Value.Items(items(key, node));
      case OBJECT, NULL, MISSING, BINARY, POJO -> new Value.Other("");
    };
  }

  private static List<Item> items(String key, JsonNode array) {
    var items = new ArrayList<Item>(array.size());
    for (JsonNode element : array) {
      Item item = item(key, element);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private static Map<String, Value> parameters(@Nullable JsonNode params) {
    if (params == null || !params.isObject()) {
      return Map.of();
    }
    var parameters = new LinkedHashMap<String, Value>();
    for (var field : params.properties()) {
      parameters.put(field.getKey(), value(field.getKey(), field.getValue()));
    }
    return parameters;
  }
}
