package viewstream.ingestion.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;

/** A pipeline without servers, and deliveries to send through it. */
final class Pipelines {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String SECRET = "pseudonyms-of-the-tests";
  static final Caller PLAYER = new Caller("wk", false);
  static final Caller SERVER = new Caller("server", true);

  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";

  private static final EventParser PARSER = new EventParser();
  private static final IngestionMetrics METRICS = new IngestionMetrics(new SimpleMeterRegistry());
  private static final Pseudonyms PSEUDONYMS = TestSenders.PSEUDONYMS;
  private static final EventPipeline SHARED = create();

  private Pipelines() {}

  static EventPipeline pipeline() {
    return SHARED;
  }

  private static EventPipeline create() {
    return new EventPipeline(
        PARSER,
        new Viewers(PSEUDONYMS),
        new Payloads(
            PSEUDONYMS,
            new PayloadCipher(Secrets.of(SECRET), Clock.systemUTC()),
            Clock.systemUTC()),
        METRICS);
  }

  static Delivery delivery() {
    return delivery(Endpoint.BATCH, PLAYER, "203.0.113.7", "{}", null);
  }

  static Delivery delivery(
      Endpoint endpoint, Caller caller, String address, String shared, @Nullable Instant sentAt) {
    JsonNode clock = sentAt == null ? null : JsonNodeFactory.instance.stringNode(sentAt.toString());
    var sender = TestSenders.knowing().of(address, FIREFOX, caller.trusted());
    return new Delivery(endpoint, NOW, caller, sender, object(shared), clock);
  }

  static EventObject object(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return PARSER.parse(bytes, 0, bytes.length);
  }

  static Slice event(String json) {
    return Slice.whole(json.getBytes(StandardCharsets.UTF_8));
  }
}
