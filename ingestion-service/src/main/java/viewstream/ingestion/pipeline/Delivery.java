package viewstream.ingestion.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.validation.EventObject;

/**
 * What all events of one request have in common.
 *
 * @param endpoint where they arrived
 * @param received when the request's headers arrived
 * @param caller whose key they came with
 * @param sender where they came from
 * @param shared fields that stand once for all of them; empty if there are none
 * @param sentAt the client's clock when it sent, if it was given once for all; not yet validated
 */
public record Delivery(
    Endpoint endpoint,
    Instant received,
    Caller caller,
    Sender sender,
    EventObject shared,
    @Nullable JsonNode sentAt) {}
