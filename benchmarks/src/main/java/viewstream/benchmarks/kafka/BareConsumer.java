package viewstream.benchmarks.kafka;

import java.io.IOException;
import java.util.List;
import viewstream.benchmarks.fleet.Worker;
import viewstream.benchmarks.harness.Subject;

/** A Kafka consumer that throws away what it reads: the least that reading records can cost. */
public final class BareConsumer implements AutoCloseable {
  /** Name of its subject. */
  public static final String NAME = "consumer";

  private final Worker worker;

  private BareConsumer(Worker worker) {
    this.worker = worker;
  }

  /** Starts one at the beginning of a topic. */
  public static BareConsumer start(String bootstrapServers, String topic) throws IOException {
    return new BareConsumer(
        Worker.start(NAME, ConsumerWorker.class, List.of(bootstrapServers, topic)));
  }

  /** Reads the next records, at least so many. */
  public void read(int records) throws IOException {
    worker.ask(Integer.toString(records));
  }

  public Subject subject() {
    return worker.subject();
  }

  @Override
  public void close() {
    worker.close();
  }
}
