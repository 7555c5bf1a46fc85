package viewstream.ingestion.publish;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.spool.Portion;
import viewstream.ingestion.spool.Spool;

/**
 * Brings what is in the spool to Kafka, in order of arrival, and finds out when Kafka is back. It
 * waits for each portion before the next, so that it takes little room from new traffic.
 */
@Component
final class Replayer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Replayer.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PORTION_BYTES = 1 << 20;

  /** Several times what a producer tries; meanwhile some attempts must have failed. */
  private static final Duration PRODUCER_PATIENCE = Duration.ofSeconds(30);

  /** Of one record, whatever its size. */
  private static final long SMALLEST_PORTION = 1;

  private final KafkaLink kafka;
  private final KafkaBreaker breaker;
  private final Spool spool;
  private final IngestionMetrics metrics;
  private final Duration deliveryTimeout;
  private final Thread replaying;

  private volatile boolean stopping;

  /** Only after a portion was refused for one of its records; for the replaying thread alone. */
  private boolean oneByOne;

  /** When something was last delivered, or the producer renewed; for the replaying thread alone. */
  private long since = System.nanoTime();

  Replayer(
      KafkaLink kafka,
      KafkaBreaker breaker,
      Spool spool,
      IngestionMetrics metrics,
      PublishProperties properties) {
    this.kafka = kafka;
    this.breaker = breaker;
    this.spool = spool;
    this.metrics = metrics;
    // A moment longer than the producer: whatever it does not deliver it then gives up as well.
    this.deliveryTimeout = properties.deliveryTimeout().plus(PAUSE);
    this.replaying = Thread.ofPlatform().daemon().name("spool-replay").start(this::replay);
  }

  private void replay() {
    try {
      while (!stopping) {
        if (spool.isEmpty() && breaker.isClosed()) {
          spool.awaitRecords(PAUSE);
          since = System.nanoTime();
        } else if (!kafka.connected() || !breaker.mayTry() || !step()) {
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the oldest records, or a probe if there are none; whether there may be more to do. */
  private boolean step() {
    boolean works = breaker.isClosed();
    Portion portion = oldest(works && !oneByOne ? PORTION_BYTES : SMALLEST_PORTION);
    if (portion == null && works) {
      return false;
    }
    try {
      if (portion == null) {
        kafka.probe(deliveryTimeout);
      } else {
        send(portion);
      }
      breaker.worked();
      since = System.nanoTime();
      return true;
    } catch (PublishException failed) {
      log.debug("Kafka did not take what is in the spool", failed);
      breaker.failed(failed);
      renewProducer();
      return false;
    } catch (RuntimeException bug) {
      log.error("replaying failed for a reason nobody thought of; it is tried again", bug);
      breaker.failed(bug);
      return false;
    }
  }

  private void renewProducer() {
    if (System.nanoTime() - since > PRODUCER_PATIENCE.toNanos()) {
      kafka.renew();
      since = System.nanoTime();
    }
  }

  /** That the disk cannot be read says nothing about Kafka. */
  private @Nullable Portion oldest(long maxBytes) {
    try {
      return spool.next(maxBytes);
    } catch (UncheckedIOException failed) {
      log.error("the spool cannot be read; it is tried again", failed);
      return null;
    }
  }

  private void send(Portion portion) {
    List<Message> messages = messages(portion);
    try {
      if (messages == null) {
        throw new PublishException("no message of a known version", false, null);
      }
      kafka.send(messages, deliveryTimeout);
    } catch (PublishException failed) {
      if (failed.retryable()) {
        throw failed;
      }
      oneByOne = portion.records().size() > 1;
      if (!oneByOne) {
        log.error("a record can never be sent; it is kept in a file of the spool", failed);
        release(portion, spool::setAside);
      }
      return;
    }
    release(portion, spool::release);
    metrics.replayed(portion.records().size());
  }

  private static void release(Portion portion, Consumer<Portion> way) {
    try {
      way.accept(portion);
    } catch (UncheckedIOException failed) {
      log.warn("the spool could not note what was replayed; it may be sent again", failed);
    }
  }

  private static @Nullable List<Message> messages(Portion portion) {
    var messages = new ArrayList<Message>(portion.records().size());
    for (byte[] record : portion.records()) {
      Message message = SpooledMessage.read(record);
      if (message == null) {
        return null;
      }
      messages.add(message);
    }
    return messages;
  }

  /** What is not acknowledged by now is left to the next process. */
  @Override
  public void close() throws InterruptedException {
    stopping = true;
    replaying.join(PATIENCE);
    replaying.interrupt();
    replaying.join(PATIENCE);
  }
}
