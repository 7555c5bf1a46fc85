package viewstream.ingestion.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/**
 * The way to Kafka. Brokers, topics and registry need not be there at start: a thread waits for
 * them, and until then there is no way.
 */
@Component
final class KafkaLink implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaLink.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PublishProperties properties;
  private final SchemaRegistry registry;
  private final Encoders encoders;
  private final MeterRegistry meters;
  private final Deadlines deadlines = new Deadlines();
  private final Thread connecting;

  /**
   * Set once by the connecting thread, and then by the replaying one alone; null until all that is
   * needed has been seen.
   */
  private volatile @Nullable KafkaConnection connection;

  private volatile boolean tried;

  /** For the connecting thread, and when that has ended, for the replaying one. */
  private int attempts;

  KafkaLink(
      PublishProperties properties,
      RegistryProperties registry,
      Encoders encoders,
      MeterRegistry meters) {
    this.properties = properties;
    this.registry = new SchemaRegistry(registry.url());
    this.encoders = encoders;
    this.meters = meters;
    this.connecting = Thread.ofPlatform().daemon().name("kafka-connect").start(this::connect);
  }

  boolean connected() {
    return connection != null;
  }

  /** Whether it has been found out at least once if all that is needed is there. */
  boolean tried() {
    return tried;
  }

  /**
   * Returns when all are on enough replicas.
   *
   * @throws PublishException if they are not, or not in time
   */
  void send(List<Message> messages, Duration patience) {
    deadlines.await(open().send(messages), patience);
  }

  /**
   * Returns when Kafka has taken a record that means nothing.
   *
   * @throws PublishException if it has not, or not in time
   */
  void probe(Duration patience) {
    deadlines.await(open().probe(), patience);
  }

  /**
   * Takes a new producer in the place of one that has delivered nothing for long, if Kafka is
   * there: whatever state it is in, it must not outlast the outage. What it still holds is in the
   * spool.
   */
  void renew() {
    KafkaConnection old = connection;
    if (old == null) {
      return; // it is being looked for
    }
    try {
      connection = open(encoders.topics());
    } catch (RuntimeException notThere) {
      log.debug("Kafka is not there, so its producer stays", notThere);
      return;
    }
    log.info("Kafka is there, and the producer that delivered nothing has been replaced");
    old.close();
  }

  @Override
  public void close() throws InterruptedException {
    connecting.interrupt();
    connecting.join(PATIENCE);
    KafkaConnection open = connection;
    if (open != null) {
      open.close();
    }
    deadlines.close();
  }

  private KafkaConnection open() {
    KafkaConnection open = connection;
    if (open == null) {
      throw new PublishException("not connected to Kafka yet");
    }
    return open;
  }

  private void connect() {
    while (connection == null && !Thread.currentThread().isInterrupted()) {
      try {
        encoders.find(registry);
        connection = open(encoders.topics());
        tried = true;
        log.info("connected to Kafka and the schema registry");
      } catch (RuntimeException notThere) {
        tried = true;
        log.atWarn()
            .addKeyValue("cause", notThere.getMessage())
            .log("waiting for Kafka, its topics and the schema registry");
        pause();
      }
    }
  }

  private KafkaConnection open(Set<Topic> topics) {
    String clientId = "viewstream-ingestion-" + ++attempts;
    return KafkaConnection.open(clientId, properties, topics, PATIENCE, meters);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
