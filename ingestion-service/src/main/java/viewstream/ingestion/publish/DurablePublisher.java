package viewstream.ingestion.publish;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.spool.Spool;
import viewstream.ingestion.spool.SpoolException;

/**
 * Publishes to Kafka, or else to the spool. All of a request goes to the spool when one record of
 * it was not acknowledged: those that were are then written twice, which is harmless, for records
 * have identity.
 */
@Component
final class DurablePublisher implements Publisher {
  private static final Logger log = LoggerFactory.getLogger(DurablePublisher.class);

  private final KafkaLink kafka;
  private final KafkaBreaker breaker;
  private final Spool spool;
  private final Encoders encoders;
  private final IngestionMetrics metrics;
  private final PublishProperties properties;

  DurablePublisher(
      KafkaLink kafka,
      KafkaBreaker breaker,
      Spool spool,
      Encoders encoders,
      IngestionMetrics metrics,
      PublishProperties properties) {
    this.kafka = kafka;
    this.breaker = breaker;
    this.spool = spool;
    this.encoders = encoders;
    this.metrics = metrics;
    this.properties = properties;
  }

  @Override
  public void publish(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    boolean keepable = messages.stream().noneMatch(message -> message.topic().isCompacted());
    if (kafka.connected() && breaker.isClosed() && sent(messages, patience(keepable))) {
      return;
    }
    if (!keepable) {
      throw new PublishException("the newest of a key wins, so what waited must not come last");
    }
    keep(messages);
  }

  /** What has no spool to go to is given all the time that the producer takes. */
  private Duration patience(boolean keepable) {
    return keepable ? properties.acknowledgeWithin() : properties.deliveryTimeout();
  }

  /** Whether Kafka has acknowledged all of them in time. */
  private boolean sent(List<Message> messages, Duration patience) {
    try {
      metrics.publish().record(() -> kafka.send(messages, patience));
      breaker.worked();
      return true;
    } catch (PublishException failed) {
      if (!failed.retryable()) {
        throw failed;
      }
      log.debug("Kafka did not take a request's records", failed);
      breaker.failed(failed);
      return false;
    }
  }

  private void keep(List<Message> messages) {
    try {
      metrics
          .spool()
          .record(() -> spool.append(messages.stream().map(SpooledMessage::write).toList()));
    } catch (SpoolException failed) {
      throw new PublishException("neither Kafka nor the spool took the records", true, failed);
    }
  }

  @Override
  public boolean ready() {
    boolean sends = kafka.connected() && breaker.isClosed();
    boolean keeps = kafka.tried() && spool.hasRoom(); // at start, Kafka may be there in a moment
    return encoders.ready() && (sends || keeps);
  }
}
