package viewstream.ingestion.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.RejectReason;

/** Reads the customer's own pairs. They are data, not labels: what breaks the rule is an error. */
public final class Props {
  private static final String FIELD = "props";

  private Props() {}

  /**
   * The pairs of an event.
   *
   * @throws InvalidEventException if there are too many, or one is too long or no text
   */
  public static Map<String, String> read(EventObject context) {
    JsonNode props = context.value(FIELD);
    if (props == null) {
      return Map.of();
    }
    if (!props.isObject() || props.size() > Limits.PROPS) {
      throw invalid();
    }
    var pairs = new LinkedHashMap<String, String>();
    for (Map.Entry<String, JsonNode> pair : props.properties()) {
      JsonNode value = pair.getValue();
      if (!value.isString()
          || bytes(pair.getKey()) > Limits.PROP_NAME_BYTES
          || bytes(value.stringValue()) > Limits.PROP_VALUE_BYTES) {
        throw invalid();
      }
      pairs.put(pair.getKey(), value.stringValue());
    }
    return pairs;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static InvalidEventException invalid() {
    return new InvalidEventException(
        RejectReason.INVALID_FIELD,
        FIELD,
        "props must be an object of at most 16 strings, names up to 64 and values up to 256 bytes");
  }
}
