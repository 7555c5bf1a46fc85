package viewstream.ingestion.rejection;

import static java.time.ZoneOffset.UTC;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import viewstream.ingestion.privacy.Pseudonyms;

/**
 * Replaces, in the bytes of a JSON object, the value of every field that names a person by that
 * person's pseudonym. All other bytes stay as they are.
 */
final class Redaction {
  /** An event has one or two; each costs a keyed hash. */
  private static final int MOST_PERSONS = 100;

  private static final Set<String> PERSONAL = Set.of("userid", "ip", "ipaddress");

  private final Pseudonyms pseudonyms;
  private final Clock clock;
  private final JsonFactory json =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /**
   * @param clock tells whose day's secret names people: the event's own day may be what is wrong
   */
  Redaction(Pseudonyms pseudonyms, Clock clock) {
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** The bytes without persons, or null if they are no JSON object or name very many persons. */
  byte @Nullable [] apply(byte[] object) {
    var out = new ByteArrayOutputStream(object.length + 64);
    int copied = 0;
    int persons = 0;
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), object)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME && personal(parser.currentName())) {
          if (++persons > MOST_PERSONS) {
            return null;
          }
          parser.nextToken();
          int start = (int) parser.currentTokenLocation().getByteOffset();
          String value = skip(parser);
          int end = (int) parser.currentLocation().getByteOffset();
          out.write(object, copied, start - copied);
          out.writeBytes(pseudonym(value != null ? value : text(object, start, end)));
          copied = end;
        }
      }
    } catch (JacksonException unreadable) {
      return null;
    }
    out.write(object, copied, object.length - copied);
    return out.toByteArray();
  }

  /** Moves to the end of the value; its text if it is one. */
  private static @Nullable String skip(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    parser.finishToken();
    return null;
  }

  private byte[] pseudonym(String value) {
    String hex = HexFormat.of().toHexDigits(pseudonyms.ofUser(value, today()));
    return ('"' + hex + '"').getBytes(StandardCharsets.US_ASCII);
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), UTC).toEpochDay();
  }

  private static String text(byte[] object, int start, int end) {
    return new String(object, start, end - start, StandardCharsets.UTF_8);
  }

  static boolean personal(String name) {
    return PERSONAL.contains(name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT));
  }
}
