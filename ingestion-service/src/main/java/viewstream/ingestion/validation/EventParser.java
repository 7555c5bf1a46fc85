package viewstream.ingestion.validation;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an object of one event's bytes. When a name stands twice the last value holds. */
@Component
public final class EventParser {
  private static final int LONGEST_NUMBER = 100;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.NESTING)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Parses one event.
   *
   * @throws InvalidEventException if it is too large, no JSON, no object, or nested too deeply
   */
  public EventObject parse(byte[] body, int offset, int length) {
    if (length > Limits.EVENT_BYTES) {
      throw new InvalidEventException(
          RejectReason.TOO_LARGE, null, "an event may have at most 32 KiB");
    }
    if (!Utf8.valid(body, offset, offset + length)) {
      throw malformed();
    }
    try {
      JsonNode node = mapper.readTree(body, offset, length);
      if (node instanceof ObjectNode object) {
        return new EventObject(object);
      }
      throw node.isMissingNode()
          ? malformed()
          : new InvalidEventException(
              RejectReason.NOT_AN_OBJECT, null, "an event must be a JSON object");
    } catch (StreamConstraintsException unbounded) {
      throw new InvalidEventException(
          RejectReason.INVALID_FIELD,
          null,
          "an event may be nested 8 levels deep, counting itself, and its numbers may have 100"
              + " digits");
    } catch (JacksonException unreadable) {
      throw malformed();
    }
  }

  private static InvalidEventException malformed() {
    return new InvalidEventException(
        RejectReason.MALFORMED_JSON, null, "the event is not valid JSON in UTF-8");
  }
}
