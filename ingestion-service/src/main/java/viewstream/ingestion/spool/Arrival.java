package viewstream.ingestion.spool;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Records of one request on their way to disk. */
final class Arrival {
  /** Nothing comes after it. */
  static final Arrival LAST = new Arrival(List.of(), 0);

  private final ByteBuffer frames;
  private final int bytes;
  private final int records;
  private final long epochMillis;
  private final CompletableFuture<Boolean> decided = new CompletableFuture<>();

  /** Frames the records, in the thread that has them. */
  Arrival(List<byte[]> records, long epochMillis) {
    this.frames = Frame.of(records, epochMillis);
    this.bytes = frames.remaining();
    this.records = records.size();
    this.epochMillis = epochMillis;
  }

  ByteBuffer frames() {
    return frames;
  }

  int bytes() {
    return bytes;
  }

  int records() {
    return records;
  }

  long epochMillis() {
    return epochMillis;
  }

  void stored() {
    decided.complete(true);
  }

  void failed(SpoolException failure) {
    decided.completeExceptionally(failure);
  }

  /**
   * Returns when the records are safe on disk.
   *
   * @throws SpoolException if they are not, or nobody knows it in time
   */
  void await(Duration patience) {
    try {
      decided.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new SpoolException("the spool did not take the records", failed.getCause());
    } catch (TimeoutException hanging) {
      throw new SpoolException("the spool's disk does not answer", hanging);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SpoolException("interrupted while the spool's disk worked", interrupted);
    }
  }
}
