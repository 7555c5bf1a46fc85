package viewstream.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class PersistentDestinationTest {
  private static final RetryableException AWAY = new RetryableException("away");

  private final Counter retries = new SimpleCounter();

  @Test
  void triesAgainUntilTheStoreTakesTheBatch() {
    var written = destination(AWAY, AWAY, null).write(new byte[1]);

    assertThat(written).succeedsWithin(Duration.ofSeconds(5));
    assertThat(retries.getCount()).isEqualTo(2);
  }

  @Test
  void givesUpAtOnceOnABug() {
    var bug = new IllegalStateException("no such column");
    var written = destination(AWAY, bug).write(new byte[1]);

    assertThat(written).failsWithin(Duration.ofSeconds(5)).withThrowableThat().withCause(bug);
  }

  private PersistentDestination destination(RuntimeException... answers) {
    Queue<CompletableFuture<Void>> replies = new ArrayDeque<>();
    for (RuntimeException answer : answers) {
      replies.add(
          answer == null
              ? CompletableFuture.completedFuture(null)
              : CompletableFuture.failedFuture(answer));
    }
    return new PersistentDestination(
        "a store",
        new Destination() {
          @Override
          public CompletableFuture<Void> write(byte[] entries) {
            return replies.remove();
          }

          @Override
          public void close() {}
        },
        new Backoff(Duration.ofMillis(1), Duration.ofMillis(4)),
        retries);
  }
}
