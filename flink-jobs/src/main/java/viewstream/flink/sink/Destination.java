package viewstream.flink.sink;

import java.util.concurrent.CompletableFuture;

/** Where batches of entries go. Writing a batch twice is the same as writing it once. */
public interface Destination extends AutoCloseable {
  /**
   * Writes a batch.
   *
   * @param entries one after the other, as they were given to the sink
   * @return completes when the store has them; fails with {@link RetryableException} when trying
   *     again may help, with anything else when it cannot
   */
  CompletableFuture<Void> write(byte[] entries);

  @Override
  void close();
}
