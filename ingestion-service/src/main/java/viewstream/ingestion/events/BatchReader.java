package viewstream.ingestion.events;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.Utf8;

/**
 * Cuts a JSON body into events: an array of them, or an envelope around one. It only finds where
 * each event begins and ends, so that a large or strange one costs its neighbours nothing; the
 * bounds of an event are checked when it is parsed.
 */
final class BatchReader {
  /** An event deeper than this is larger than an event may be; a body with one is not read on. */
  private static final int DEEPEST = Limits.EVENT_BYTES + 2;

  /** What is longer is no time, and would be kept with each event that is rejected for it. */
  private static final int LONGEST_TIME = 64;

  private final EventParser parser;
  private final JsonFactory json =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Limits.INFLATED_BYTES)
                  .maxNumberLength(Limits.INFLATED_BYTES)
                  .maxStringLength(Limits.INFLATED_BYTES)
                  .build())
          .build();

  BatchReader(EventParser parser) {
    this.parser = parser;
  }

  /**
   * Cuts the body.
   *
   * @throws RefusedException if it is no JSON, no batch, or has too many events
   */
  Batch read(byte[] body) {
    if (!Utf8.valid(body, 0, body.length)) {
      throw unreadable();
    }
    try (JsonParser tokens = json.createParser(ObjectReadContext.empty(), body)) {
      JsonToken first = tokens.nextToken();
      Batch batch;
      if (first == JsonToken.START_ARRAY) {
        batch = Batch.of(events(tokens, body, new ArrayList<>()));
      } else if (first == JsonToken.START_OBJECT) {
        batch = envelope(tokens, body);
      } else if (first == null) {
        throw unreadable();
      } else {
        throw new RefusedException(
            Refusal.NOT_AN_OBJECT, "Send an array of events, or an object with them in events.");
      }
      if (tokens.nextToken() != null) {
        throw unreadable();
      }
      return batch;
    } catch (JacksonException broken) {
      throw unreadable();
    }
  }

  private Batch envelope(JsonParser tokens, byte[] body) {
    var events = new ArrayList<Slice>();
    boolean complete = false;
    String key = null;
    JsonNode sentAt = null;
    EventObject context = EventObject.EMPTY;
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = tokens.currentName();
      JsonToken value = tokens.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (name) {
        case "events" -> {
          require(value == JsonToken.START_ARRAY, "events must be an array.");
          events(tokens, body, events);
          complete = true;
        }
        case "key" -> {
          require(value == JsonToken.VALUE_STRING, "key must be a string.");
          key = tokens.getString();
        }
        case "sent_at" -> sentAt = sentAt(tokens);
        case "context" -> context = context(slice(tokens, body, 0));
        default -> tokens.skipChildren();
      }
    }
    if (!complete) {
      throw new RefusedException(
          Refusal.MISSING_FIELD, "Put the events into an array named events.");
    }
    return new Batch(key, sentAt, context, events);
  }

  private static List<Slice> events(JsonParser tokens, byte[] body, List<Slice> events) {
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      if (events.size() == Limits.EVENTS) {
        throw Lines.tooMany();
      }
      events.add(slice(tokens, body, events.size()));
    }
    return events;
  }

  /** The bytes of the current value; the parser moves to its end. */
  private static Slice slice(JsonParser tokens, byte[] body, int index) {
    int start = (int) tokens.currentTokenLocation().getByteOffset();
    tokens.skipChildren();
    tokens.finishToken();
    int end = (int) tokens.currentLocation().getByteOffset();
    return new Slice(index, body, start, end - start);
  }

  private EventObject context(Slice slice) {
    try {
      return parser.parse(slice.body(), slice.offset(), slice.length());
    } catch (InvalidEventException invalid) {
      throw new RefusedException(
          Refusal.INVALID_FIELD,
          "context must be an object within the bounds of an event: " + invalid.detail() + ".");
    }
  }

  /** A value of the wrong kind is the events' error, not the body's. */
  private static JsonNode sentAt(JsonParser tokens) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (tokens.currentToken()) {
      case VALUE_STRING -> nodes.stringNode(text(tokens));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(number(tokens));
      default -> {
        tokens.skipChildren();
        yield nodes.booleanNode(false);
      }
    };
  }

  private static String text(JsonParser tokens) {
    return tokens.getStringLength() <= LONGEST_TIME ? tokens.getString() : "";
  }

  private static double number(JsonParser tokens) {
    return tokens.getStringLength() <= LONGEST_TIME ? tokens.getDoubleValue() : Double.NaN;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RefusedException(Refusal.INVALID_FIELD, rule);
    }
  }

  private static RefusedException unreadable() {
    return new RefusedException(
        Refusal.MALFORMED_JSON, "The body is not valid JSON in UTF-8; check how it is built.");
  }
}
