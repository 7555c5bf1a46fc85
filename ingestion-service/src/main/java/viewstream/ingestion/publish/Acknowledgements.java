package viewstream.ingestion.publish;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
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
    if (exception != null && failure.compareAndSet(null, exception)) {
      decided.countDown();
    }
    if (outstanding.decrementAndGet() == 0) {
      decided.countDown();
    }
  }

  /** Whether one of them is known not to be acknowledged. */
  boolean failed() {
    return failure.get() != null;
  }

  /**
   * Returns when all are acknowledged. The producer's delivery timeout bounds the wait.
   *
   * @throws PublishException if one is not
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
      throw new PublishException(
          "Kafka did not take a record", failed instanceof RetriableException, failed);
    }
  }
}
