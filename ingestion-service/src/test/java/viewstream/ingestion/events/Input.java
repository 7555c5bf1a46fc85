package viewstream.ingestion.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;

/**
 * A body and how it comes.
 *
 * @param trusted with a secret key
 */
record Input(
    byte[] body,
    BodyFormat format,
    Endpoint endpoint,
    Instant received,
    boolean trusted,
    String address,
    String userAgent) {

  Delivery delivery(Batch batch) {
    var caller = new Caller(trusted ? "server" : "wk", trusted);
    return new Delivery(
        endpoint,
        received,
        caller,
        TestSenders.knowing().of(address, userAgent, trusted),
        batch.context(),
        batch.sentAt());
  }

  @Override
  public String toString() {
    return "%s %s at %s from %s (%s, trusted=%s)%n%s"
        .formatted(
            endpoint,
            format,
            received,
            address,
            userAgent,
            trusted,
            new String(body, StandardCharsets.ISO_8859_1));
  }
}
