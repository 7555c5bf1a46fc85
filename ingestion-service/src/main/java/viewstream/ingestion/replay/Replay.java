package viewstream.ingestion.replay;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.cmcd.CmcdPipeline;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Senders;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.EventPipeline;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.RevenuePipeline;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.event.RejectedSender;

/**
 * Takes a rejected event through the pipeline again, as it is now, at the time of its arrival. What
 * the request showed then is put back afterwards, for address and user agent are not known any
 * more.
 */
@Component
public final class Replay {
  /** Of whom events may say where they are, and of whom not. */
  private static final String INSIDE = "127.0.0.1";

  private static final String OUTSIDE = "1.1.1.1";

  private final EventParser parser;
  private final EventPipeline pipeline;
  private final RevenuePipeline revenue;
  private final CmcdPipeline cmcd;
  private final PayloadCipher cipher;
  private final Senders senders;

  Replay(
      EventParser parser,
      EventPipeline pipeline,
      RevenuePipeline revenue,
      CmcdPipeline cmcd,
      PayloadCipher cipher,
      Senders senders) {
    this.parser = parser;
    this.pipeline = pipeline;
    this.revenue = revenue;
    this.cmcd = cmcd;
    this.cipher = cipher;
    this.senders = senders;
  }

  /**
   * What becomes of the event now.
   *
   * @return null if it did not arrive where events can be taken from again, such as in a job, or
   *     what was wrong with it was not kept
   */
  public @Nullable Outcome process(RejectedEvent rejected) {
    Endpoint endpoint = endpoint(rejected).orElse(null);
    if (endpoint == null || rejected.getWriteKey() == null || hidden(rejected)) {
      return null;
    }
    byte[] bytes = payload(rejected);
    EventObject shared =
        rejected.getContext() == null ? EventObject.EMPTY : object(rejected.getContext());
    var delivery =
        new Delivery(
            endpoint,
            rejected.getReceivedTime(),
            new Caller(rejected.getWriteKey(), false),
            sender(rejected.getSender()),
            shared,
            json(rejected.getSentAt()));
    Outcome outcome = process(Slice.whole(bytes), delivery);
    return outcome instanceof Outcome.Accepted accepted
        ? new Restoration(rejected, fields(endpoint, bytes), shared).of(accepted)
        : outcome;
  }

  private Outcome process(Slice event, Delivery delivery) {
    return switch (delivery.endpoint()) {
      case REVENUE -> revenue.process(event, delivery);
      case CMCD -> cmcd.process(event, delivery);
      case BEACON, BATCH, VIEW, ENGAGEMENT, IMPORT -> pipeline.process(event, delivery);
    };
  }

  /** A pseudonym stands where the value was that broke the rule. */
  private static boolean hidden(RejectedEvent rejected) {
    return !rejected.getEncrypted()
        && rejected.getField() != null
        && Payloads.hides(rejected.getField());
  }

  /** What an event says of people; reports say nothing, and need not be JSON. */
  private EventObject fields(Endpoint endpoint, byte[] event) {
    return endpoint == Endpoint.CMCD ? EventObject.EMPTY : parser.parse(event, 0, event.length);
  }

  /**
   * The event's bytes, decrypted if need be.
   *
   * @throws IllegalArgumentException if they were encrypted with another key
   */
  public byte[] payload(RejectedEvent rejected) {
    byte[] kept = new byte[rejected.getPayload().remaining()];
    rejected.getPayload().duplicate().get(kept);
    return rejected.getEncrypted() ? cipher.decrypt(kept) : kept;
  }

  private Sender sender(@Nullable RejectedSender known) {
    boolean believed = known != null && known.getBelievedAboutPlace();
    return senders.of(believed ? INSIDE : OUTSIDE, "", false);
  }

  private EventObject object(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 0, bytes.length);
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : JsonMapper.shared().readTree(text);
  }

  private static Optional<Endpoint> endpoint(RejectedEvent rejected) {
    String label = rejected.getEndpoint().toLowerCase(Locale.ROOT);
    return Stream.of(Endpoint.values())
        .filter(endpoint -> endpoint.label().equals(label))
        .findFirst();
  }
}
