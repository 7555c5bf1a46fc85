package viewstream.benchmarks.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import viewstream.benchmarks.fleet.Chunks;

/**
 * Puts real keys and values in the place of what ProducerPerformance makes up: its payload files
 * can hold text only.
 */
public final class CapturedRecords implements ProducerInterceptor<byte[], byte[]> {
  /** Producer setting: a file of {@link Chunks}, keys and values in turn. */
  static final String FILE = "viewstream.captured.records";

  private final AtomicInteger next = new AtomicInteger();
  private List<byte[]> keysAndValues = List.of();

  @Override
  public void configure(Map<String, ?> settings) {
    try {
      keysAndValues = Chunks.read(Path.of((String) settings.get(FILE)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> madeUp) {
    int key = Math.floorMod(next.getAndAdd(2), keysAndValues.size());
    return new ProducerRecord<>(madeUp.topic(), keysAndValues.get(key), keysAndValues.get(key + 1));
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

  @Override
  public void close() {}
}
