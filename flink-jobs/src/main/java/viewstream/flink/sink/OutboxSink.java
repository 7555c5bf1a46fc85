package viewstream.flink.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.MetricGroup;
import viewstream.flink.metrics.JobMetrics;

/**
 * Writes entries to a store at least once and never gives one up. Entries are bytes already: rows
 * or commands whose repetition changes nothing.
 *
 * @param name in logs
 * @param store where entries go
 * @param limits how they are batched
 */
public record OutboxSink(String name, Store store, Limits limits)
    implements Sink<byte[]>, SupportsWriterState<byte[], byte[]> {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

  @Override
  public StatefulSinkWriter<byte[], byte[]> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<byte[], byte[]> restoreWriter(
      WriterInitContext context, Collection<byte[]> unwritten) {
    MetricGroup metrics = context.metricGroup().addGroup(JobMetrics.GROUP);
    return new OutboxWriter(
        limits,
        new PersistentDestination(name, store.open(), BACKOFF, metrics.counter(JobMetrics.RETRIES)),
        store.progress(
            context.getTaskInfo().getIndexOfThisSubtask(),
            context.getTaskInfo().getNumberOfParallelSubtasks()),
        context.getMailboxExecutor(),
        context.getProcessingTimeService(),
        metrics,
        unwritten);
  }

  @Override
  public SimpleVersionedSerializer<byte[]> getWriterStateSerializer() {
    return new BatchSerializer();
  }
}
