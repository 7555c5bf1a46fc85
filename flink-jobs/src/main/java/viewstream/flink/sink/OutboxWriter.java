package viewstream.flink.sink;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import viewstream.flink.metrics.JobMetrics;

/**
 * Writes what comes in batches, a few at a time, without ever waiting for the store – until so much
 * is unwritten that it takes no more. What is unwritten when a checkpoint is taken becomes part of
 * the checkpoint, so that a store that is away delays neither checkpoints nor the other sinks.
 *
 * <p>All state belongs to the task's thread; completions come back to it through its mailbox.
 */
final class OutboxWriter implements StatefulSinkWriter<byte[], byte[]> {
  private final Limits limits;
  private final Destination destination;
  private final Progress progress;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService clock;
  private final Counter batches;
  private final Outbox outbox;

  OutboxWriter(
      Limits limits,
      Destination destination,
      Progress progress,
      MailboxExecutor mailbox,
      ProcessingTimeService clock,
      MetricGroup metrics,
      Collection<byte[]> recovered) {
    this.limits = limits;
    this.destination = destination;
    this.progress = progress;
    this.mailbox = mailbox;
    this.clock = clock;
    this.batches = metrics.counter(JobMetrics.BATCHES);
    this.outbox = new Outbox(limits.batchBytes(), recovered);
    metrics.gauge(JobMetrics.UNWRITTEN_BYTES, outbox::unwrittenBytes);
    send();
    tickLater();
  }

  @Override
  public void write(byte[] entry, Context context) throws InterruptedException {
    outbox.add(entry);
    send();
    while (outbox.unwrittenBytes() > limits.unwrittenBytes()) {
      mailbox.yield();
    }
  }

  @Override
  public void writeWatermark(Watermark watermark) {
    outbox.advance(watermark.getTimestamp());
  }

  /** Waits only at the end of all input; until then checkpoints carry what is unwritten. */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    if (endOfInput) {
      outbox.closeBatch();
      send();
      while (!outbox.isEmpty()) {
        mailbox.yield();
      }
      reportProgress();
    }
  }

  @Override
  public List<byte[]> snapshotState(long checkpointId) {
    return outbox.unwritten();
  }

  @Override
  public void close() {
    destination.close();
    progress.close();
  }

  private void send() {
    while (outbox.inFlight() < limits.inFlight()) {
      Batch batch = outbox.next();
      if (batch == null) {
        return;
      }
      destination
          .write(batch.entries)
          .whenComplete(
              (done, failed) ->
                  mailbox.execute(() -> completed(batch, failed), "a batch was written"));
    }
  }

  private void completed(Batch batch, @Nullable Throwable failed) {
    if (failed != null) {
      throw new IllegalStateException(
          "A batch was refused and repeating it cannot help: " + failed.getMessage(), failed);
    }
    batches.inc();
    outbox.written(batch);
    send();
  }

  private void tick() {
    outbox.closeBatch();
    send();
    reportProgress();
    tickLater();
  }

  private void tickLater() {
    long due = clock.getCurrentProcessingTime() + limits.batchAge().toMillis();
    clock.registerTimer(due, time -> tick());
  }

  private void reportProgress() {
    if (outbox.reached() > Long.MIN_VALUE) {
      progress.reached(outbox.reached());
    }
  }
}
