package viewstream.flink.sink;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store has not taken yet, in order: batches being written, batches waiting, and the batch
 * that is still being filled. Knows up to which log time everything has been taken. For one thread.
 */
final class Outbox {
  private final int batchBytes;
  private final Deque<Batch> sent = new ArrayDeque<>();
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long closedBytes;
  private int inFlight;
  private long watermark = Long.MIN_VALUE;
  private long reached = Long.MIN_VALUE;

  /**
   * @param recovered batches that were unwritten when the checkpoint was taken
   */
  Outbox(int batchBytes, Collection<byte[]> recovered) {
    this.batchBytes = batchBytes;
    for (byte[] entries : recovered) {
      enqueue(entries);
    }
  }

  void add(byte[] entry) {
    open.writeBytes(entry);
    if (open.size() >= batchBytes) {
      closeBatch();
    }
  }

  /** Nothing that the log took in until then will be added any more. */
  void advance(long logTime) {
    watermark = logTime;
  }

  /** Ends the batch being filled, if there is anything in it. */
  void closeBatch() {
    if (open.size() > 0) {
      enqueue(open.toByteArray());
      open.reset();
    }
  }

  /** The next batch to write, which is in flight from now on; null if none waits. */
  @Nullable Batch next() {
    Batch batch = waiting.poll();
    if (batch != null) {
      sent.add(batch);
      inFlight++;
    }
    return batch;
  }

  /** The store has taken a batch. */
  void written(Batch batch) {
    batch.markWritten();
    inFlight--;
    while (!sent.isEmpty() && sent.element().isWritten()) {
      Batch oldest = sent.remove();
      closedBytes -= oldest.entries.length;
      reached = Math.max(reached, oldest.watermark);
    }
  }

  /** The log time up to which the store has everything, epoch ms; MIN_VALUE when not known. */
  long reached() {
    return isEmpty() ? Math.max(reached, watermark) : reached;
  }

  int inFlight() {
    return inFlight;
  }

  long unwrittenBytes() {
    return closedBytes + open.size();
  }

  boolean isEmpty() {
    return sent.isEmpty() && waiting.isEmpty() && open.size() == 0;
  }

  /** Everything the store has not taken, for a checkpoint. */
  List<byte[]> unwritten() {
    closeBatch();
    List<byte[]> unwritten = new ArrayList<>();
    sent.stream().filter(batch -> !batch.isWritten()).forEach(b -> unwritten.add(b.entries));
    waiting.forEach(batch -> unwritten.add(batch.entries));
    return unwritten;
  }

  private void enqueue(byte[] entries) {
    waiting.add(new Batch(entries, watermark));
    closedBytes += entries.length;
  }
}
