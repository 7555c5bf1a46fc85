package viewstream.benchmarks.path;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.harness.Work;
import viewstream.benchmarks.kafka.BareConsumer;
import viewstream.benchmarks.kafka.BareProducer;
import viewstream.benchmarks.kafka.KafkaLog;
import viewstream.benchmarks.load.Load;
import viewstream.benchmarks.load.Requests;
import viewstream.stack.Part;

/** The same records produced and consumed, and the same rows inserted, with nothing in between. */
final class BarePath implements Work, AutoCloseable {
  private static final String TOPIC = "bare_path";
  private static final int PARTITIONS = 4;
  private static final String COPY = "viewstream.bare_events";
  private static final int ROWS = 20_000;

  private final int records;
  private final BareProducer producer;
  private final BareConsumer consumer;
  private final Load inserts;

  private BarePath(int records, BareProducer producer, BareConsumer consumer, Load inserts) {
    this.records = records;
    this.producer = producer;
    this.consumer = consumer;
    this.inserts = inserts;
  }

  /**
   * Takes the records and rows that are there by now.
   *
   * @param records of a block
   */
  static BarePath start(Fleet fleet, int records) throws Exception {
    String brokers = fleet.address(Part.KAFKA);
    KafkaLog log = new KafkaLog(brokers);
    log.create(TOPIC, PARTITIONS);
    List<byte[]> keysAndValues = log.keysAndValues(KafkaLog.EVENT_TOPICS);
    return new BarePath(
        records,
        BareProducer.start(brokers, TOPIC, keysAndValues, fleet.file("records")),
        BareConsumer.start(brokers, TOPIC),
        inserts(fleet));
  }

  List<Subject> subjects() {
    return List.of(producer.subject(), consumer.subject(), inserts.subject());
  }

  @Override
  public Done run() throws IOException {
    producer.send(records);
    consumer.read(records);
    inserts.send(records / ROWS);
    return Done.of(records);
  }

  /** Inserts as a client makes them, over HTTP, of rows as the product wrote them. */
  private static Load inserts(Fleet fleet) throws IOException {
    fleet.sql("CREATE TABLE %s AS viewstream.events".formatted(COPY));
    List<byte[]> requests = new ArrayList<>();
    long rows = fleet.count("SELECT count() FROM viewstream.events");
    for (int from = 0; from + ROWS <= rows; from += ROWS) {
      byte[] body =
          fleet.bytes(
              "SELECT * FROM viewstream.events LIMIT %d, %d FORMAT RowBinary"
                  .formatted(from, ROWS));
      requests.add(
          Requests.post(
              fleet.address(Part.CLICKHOUSE),
              "/?query=INSERT%20INTO%20" + COPY + "%20FORMAT%20RowBinary&insert_deduplicate=0",
              Map.of(),
              body));
    }
    return Load.http("inserts", fleet.address(Part.CLICKHOUSE), 2, requests, fleet.file("inserts"));
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
    inserts.close();
  }
}
