package viewstream.ingestion.publish;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Waits for Kafka's word on a number of records. */
final class Acknowledgements implements Callback {
  private final CountDownLatch outstanding;

  /** The first failure holds. */
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  Acknowledgements(int records) {
    this.outstanding = new CountDownLatch(records);
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    }
    outstanding.countDown();
  }

  /**
   * Returns when all are acknowledged. The producer's delivery timeout bounds the wait.
   *
   * @throws PublishException if one is not
   */
  void await() {
    try {
      outstanding.await();
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
