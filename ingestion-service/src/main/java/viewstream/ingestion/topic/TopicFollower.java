package viewstream.ingestion.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.schema.topic.Topic;

/**
 * Hands every record of a topic to a listener, on a thread of its own, for as long as the service
 * runs. When Kafka or the registry is away it waits, and goes on where it was.
 */
public final class TopicFollower<T extends SpecificRecord> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long ASK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Topic topic;
  private final Function<Map<TopicPartition, Long>, TopicReader<T>> readers;
  private final Listener<T> listener;
  private final Thread thread;

  /** Written by the thread alone: everything that was there a moment ago has been handed over. */
  private volatile boolean current;

  /** Written by the thread alone, for the one that closes. */
  private volatile @Nullable TopicReader<T> open;

  /** Open once there is to be an end. */
  private final CountDownLatch stop = new CountDownLatch(1);

  private Map<TopicPartition, Long> positions = Map.of();
  private boolean told;

  TopicFollower(
      Topic topic,
      Function<Map<TopicPartition, Long>, TopicReader<T>> readers,
      Listener<T> listener) {
    this.topic = topic;
    this.readers = readers;
    this.listener = listener;
    this.thread =
        Thread.ofPlatform().daemon().name("follow-" + topic.topicName()).unstarted(this::run);
  }

  /** Begins to follow. */
  TopicFollower<T> start() {
    thread.start();
    return this;
  }

  /**
   * Whether the listener has got everything that was on the topic a moment ago. False while the
   * brokers do not answer.
   */
  public boolean isCurrent() {
    return current;
  }

  @Override
  public void close() throws InterruptedException {
    stop.countDown();
    TopicReader<T> reader = open;
    if (reader != null) {
      reader.wakeup();
    }
    thread.join(PATIENCE);
  }

  private void run() {
    while (!stopping()) {
      try (TopicReader<T> reader = readers.apply(positions)) {
        open = reader;
        follow(reader);
      } catch (RuntimeException away) {
        tell(away);
      } finally {
        current = false;
        open = null;
      }
      pause();
    }
  }

  private void follow(TopicReader<T> reader) {
    Map<TopicPartition, Long> goal = reader.ends();
    long asked = System.nanoTime();
    while (!stopping() && !reader.outgrown()) {
      List<Entry<T>> entries = reader.poll(POLL);
      if (!entries.isEmpty()) {
        listener.accept(entries);
      }
      positions = reader.positions();
      if (!current && reader.reached(goal)) {
        listener.caughtUp();
        current = true;
        told = false;
      }
      if (System.nanoTime() - asked >= ASK_EVERY_NANOS) {
        current = reader.reached(goal);
        goal = reader.ends();
        asked = System.nanoTime();
      }
    }
  }

  private void tell(RuntimeException away) {
    if (!stopping() && !told) {
      told = true;
      log.atWarn()
          .addKeyValue("topic", topic.topicName())
          .addKeyValue("cause", String.valueOf(away.getMessage()))
          .log("waiting to read a topic");
    }
  }

  private void pause() {
    try {
      stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      stop.countDown();
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }
}
