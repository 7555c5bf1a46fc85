package viewstream.ingestion.fast;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.enrichment.ContextLabel;
import viewstream.ingestion.enrichment.Contexts;
import viewstream.ingestion.enrichment.Label;
import viewstream.ingestion.enrichment.Place;
import viewstream.ingestion.enrichment.Props;
import viewstream.ingestion.validation.EventObject;

/**
 * What stands once for all events of a request, read by those who know the rules.
 *
 * @param labels in the order of {@link ContextLabel}
 * @param place where the viewers say they are
 * @param referrer in Avro, as are the next four
 * @param userId id, not yet a pseudonym
 * @param ip whom a server speaks for, as is the user agent
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, changed nowhere
record Shared(
    Label[] labels,
    Place place,
    byte[] referrer,
    byte[] subscribed,
    byte[] live,
    byte[] props,
    byte[] session,
    @Nullable String userId,
    @Nullable String sessionId,
    @Nullable String ip,
    @Nullable String userAgent) {
  private static final Shared NOTHING = read(EventObject.EMPTY);

  /**
   * Reads it.
   *
   * @throws viewstream.ingestion.validation.InvalidEventException if something is bad; each event
   *     that does not say better is then to be rejected
   */
  static Shared of(EventObject fields) {
    return fields == EventObject.EMPTY ? NOTHING : read(fields);
  }

  private static Shared read(EventObject fields) {
    return new Shared(
        Arrays.stream(ContextLabel.values()).map(label -> label.of(fields)).toArray(Label[]::new),
        Place.of(fields),
        avro(Contexts.referrer(fields)),
        avro(Contexts.truth(fields, "subscribed")),
        avro(Contexts.truth(fields, "live")),
        avro(Props.read(fields)),
        avro(fields.id("session_id")),
        fields.id("user_id"),
        fields.id("session_id"),
        fields.text("ip"),
        fields.text("user_agent"));
  }

  private static byte[] avro(@Nullable String text) {
    var out = new AvroBuffer();
    if (text == null) {
      out.none();
    } else {
      out.some();
      out.text(text);
    }
    return out.copy();
  }

  private static byte[] avro(@Nullable Boolean truth) {
    var out = new AvroBuffer();
    if (truth == null) {
      out.none();
    } else {
      out.some();
      out.flag(truth);
    }
    return out.copy();
  }

  private static byte[] avro(Map<String, String> pairs) {
    var out = new AvroBuffer();
    if (!pairs.isEmpty()) {
      out.number(pairs.size());
      pairs.forEach(
          (name, value) -> {
            out.text(name);
            out.text(value);
          });
    }
    out.end();
    return out.copy();
  }
}
