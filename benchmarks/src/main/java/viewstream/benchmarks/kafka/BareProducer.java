package viewstream.benchmarks.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import viewstream.benchmarks.fleet.Chunks;
import viewstream.benchmarks.fleet.Worker;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Subject;

/**
 * ProducerPerformance with the product's record bytes and producer settings: what it costs to put
 * the same records into Kafka with nothing before.
 */
public final class BareProducer implements AutoCloseable {
  /** Name of its subject. */
  public static final String NAME = "producer";

  private final Worker worker;

  private BareProducer(Worker worker) {
    this.worker = worker;
  }

  /**
   * Starts one; the settings are those of {@code KafkaConnection} in the ingestion service.
   *
   * @param keysAndValues of the records, in turn
   * @param file where they are handed over
   */
  public static BareProducer start(
      String bootstrapServers, String topic, List<byte[]> keysAndValues, Path file)
      throws IOException {
    return new BareProducer(
        Worker.start(
            NAME,
            ProducerWorker.class,
            List.of(
                topic,
                "bootstrap.servers=" + bootstrapServers,
                "acks=all",
                "enable.idempotence=true",
                "compression.type=lz4",
                "linger.ms=5",
                "batch.size=" + (256 << 10),
                "buffer.memory=" + (32 << 20),
                "interceptor.classes=" + CapturedRecords.class.getName(),
                CapturedRecords.FILE + "=" + Chunks.write(file, keysAndValues))));
  }

  /** Sends that many records. */
  public Done send(int records) throws IOException {
    worker.ask(Integer.toString(records));
    return Done.of(records);
  }

  public Subject subject() {
    return worker.subject();
  }

  @Override
  public void close() {
    worker.close();
  }
}
