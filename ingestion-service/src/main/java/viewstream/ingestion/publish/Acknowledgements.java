package viewstream.ingestion.publish;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Waits for Kafka's word on a number of records: until all are taken or the first is not. */
final class Acknowledgements implements Callback {
  private final AtomicInteger outstanding;
  private final CountDownLatch decided;

  /** The first failure holds. */
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  Acknowledgements(int records) {
    this.outstanding = new AtomicInteger(records);
    this.decided = new CountDownLatch(1);
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      failed(exception);
    }
    if (outstanding.decrementAndGet() == 0) {
      decided.countDown();
    }
  }

  /** One of them will not be acknowledged. */
  void failed(Exception exception) {
    if (failure.compareAndSet(null, exception)) {
      decided.countDown();
    }
  }

  /** They took too long. */
  void giveUp() {
    failed(new TimeoutException("Kafka did not acknowledge in time"));
  }

  /** Whether one of them is known not to be acknowledged. */
  boolean failed() {
    return failure.get() != null;
  }

  /**
   * Returns when all are acknowledged, or {@link #giveUp given up}.
   *
   * @throws PublishException if one is not, or not in time; it may still be written later
   */
  void await() {
    try {
      decided.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PublishException("interrupted while Kafka worked", true, interrupted);
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new PublishException("Kafka did not take a record", !isOfTheRecord(failed), failed);
    }
  }

  /** Whether Kafka will never take this record, however well it is. */
  private static boolean isOfTheRecord(Exception failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof InvalidTopicException;
  }
}
