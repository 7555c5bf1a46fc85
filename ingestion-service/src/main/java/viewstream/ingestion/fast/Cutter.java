package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.InvalidEventException;

/** Cuts an array of events, or an envelope around one. For one thread; used again and again. */
final class Cutter {
  private static final Words MEMBERS = Words.of(List.of("events", "key", "sent_at", "context"));

  /** In bytes. */
  private static final int LONGEST_TIME = 64;

  private final EventParser parser;
  private final Scanner scanner = new Scanner();

  Cutter(EventParser parser) {
    this.parser = parser;
  }

  /**
   * Cuts a body.
   *
   * @throws Unsure if the body is not plainly a batch, or large or odd around its events
   */
  Envelope cut(byte[] body, Index index) {
    scanner.begin(body, 0, body.length);
    Envelope envelope = Envelope.NONE;
    if (scanner.peek() == '[') {
      events(body, index);
    } else {
      envelope = envelope(body, index);
    }
    scanner.finish();
    return envelope;
  }

  private Envelope envelope(byte[] body, Index index) {
    String key = null;
    JsonNode sentAt = null;
    EventObject context = EventObject.EMPTY;
    int seen = 0;
    scanner.take('{');
    do {
      scanner.name();
      int member = MEMBERS.find(body, scanner.offset(), scanner.length());
      Sure.that(member < 0 || (seen & 1 << member) == 0);
      switch (member) {
        case 0 -> events(body, index);
        case 1 -> key = key(body);
        case 2 -> sentAt = sentAt(body);
        case 3 -> context = context(body);
        default -> scanner.value(1);
      }
      seen |= member < 0 ? 0 : 1 << member;
    } while (scanner.took(','));
    scanner.take('}');
    Sure.that((seen & 1) != 0);
    return new Envelope(key, sentAt, context);
  }

  private void events(byte[] body, Index index) {
    scanner.take('[');
    if (!scanner.took(']')) {
      do {
        index.next(scanner, body);
      } while (scanner.took(','));
      scanner.take(']');
    }
  }

  private @Nullable String key(byte[] body) {
    int kind = scanner.value(1);
    Sure.that(kind == Kind.TEXT || kind == Kind.NULL);
    return kind == Kind.NULL ? null : text(body);
  }

  private @Nullable JsonNode sentAt(byte[] body) {
    int kind = scanner.value(1);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (kind) {
      case Kind.NULL -> null;
      case Kind.TEXT -> {
        Sure.that(scanner.length() <= LONGEST_TIME);
        yield nodes.stringNode(text(body));
      }
      default -> nodes.numberNode(Numbers.read(body, kind, scanner.offset(), scanner.length()));
    };
  }

  private EventObject context(byte[] body) {
    if (scanner.value(1) == Kind.NULL) {
      return EventObject.EMPTY;
    }
    try {
      return parser.parse(body, scanner.offset(), scanner.length());
    } catch (InvalidEventException invalid) {
      throw Unsure.of();
    }
  }

  private String text(byte[] body) {
    return new String(body, scanner.offset(), scanner.length(), StandardCharsets.UTF_8);
  }
}
