package viewstream.ingestion.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.schema.registry.SchemaRegistry;

/**
 * Publishes to Kafka. Brokers, topics and registry need not be there at start: a thread waits for
 * them, and until then {@link #publish} fails at once.
 */
@Component
public final class KafkaPublisher implements Publisher, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PublishProperties properties;
  private final SchemaRegistry registry;
  private final Encoders encoders;
  private final IngestionMetrics metrics;
  private final MeterRegistry meters;
  private final Thread connecting;

  /** How the last request went: only a change is worth a line in the log. */
  private final AtomicBoolean working = new AtomicBoolean(true);

  /** Set once by the connecting thread; null until all that is needed has been seen. */
  private volatile @Nullable KafkaConnection connection;

  KafkaPublisher(
      PublishProperties properties,
      RegistryProperties registry,
      Encoders encoders,
      IngestionMetrics metrics,
      MeterRegistry meters) {
    this.properties = properties;
    this.registry = new SchemaRegistry(registry.url());
    this.encoders = encoders;
    this.metrics = metrics;
    this.meters = meters;
    this.connecting = Thread.ofPlatform().daemon().name("kafka-connect").start(this::connect);
  }

  @Override
  public void publish(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    KafkaConnection open = connection;
    if (open == null) {
      throw new PublishException("not connected to Kafka and the schema registry yet");
    }
    try {
      metrics.publish().record(() -> open.send(messages));
      tellWhenItChanges(true, null);
    } catch (PublishException failed) {
      tellWhenItChanges(false, failed);
      throw failed;
    }
  }

  private void tellWhenItChanges(boolean works, @Nullable Exception failed) {
    if (working.getAndSet(works) != works) {
      if (works) {
        log.info("Kafka takes records again");
      } else {
        log.warn("Kafka does not take records; requests are answered 503", failed);
      }
    }
  }

  @Override
  public boolean ready() {
    return connection != null;
  }

  @Override
  public void close() throws InterruptedException {
    connecting.interrupt();
    connecting.join(PATIENCE);
    KafkaConnection open = connection;
    if (open != null) {
      open.close();
    }
  }

  private void connect() {
    while (connection == null && !Thread.currentThread().isInterrupted()) {
      try {
        encoders.find(registry);
        connection = KafkaConnection.open(properties, encoders.topics(), meters);
        log.info("connected to Kafka and the schema registry");
      } catch (RuntimeException notThere) {
        log.atWarn()
            .addKeyValue("cause", notThere.getMessage())
            .log("waiting for Kafka, its topics and the schema registry");
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
