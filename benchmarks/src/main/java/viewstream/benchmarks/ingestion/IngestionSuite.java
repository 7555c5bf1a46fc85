package viewstream.benchmarks.ingestion;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.kafka.BareProducer;
import viewstream.benchmarks.kafka.KafkaLog;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/** The ingestion service beside ProducerPerformance, which sends the same records. */
public final class IngestionSuite implements Suite {
  private static final String PEER_TOPIC = "bare_events_";
  private static final int PARTITIONS = 4;
  private static final int CONNECTIONS = 16;
  private static final int CAPTURED_EVENTS = 20_000;
  private static final int EVENTS = 100_000;
  private static final int RECORDS = 1_500_000;
  private static final int WARM_UPS = 2;

  @Override
  public String name() {
    return "ingestion";
  }

  @Override
  public String question() {
    return "What does taking an event cost, beside putting the same record into Kafka?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.INGESTION)) {
      List<byte[]> records = capture(fleet);
      List<Result> results = new ArrayList<>();
      for (int batch : List.of(100, 10)) {
        results.add(compare(fleet, batch, records, pairs));
      }
      return results;
    }
  }

  /** The keys and values that the service makes of some traffic. */
  private static List<byte[]> capture(Fleet fleet) throws Exception {
    EventRequests traffic = traffic(fleet, "captured", 100);
    try (Load load = load(fleet, traffic)) {
      load.send(CAPTURED_EVENTS / traffic.batch());
    }
    return new KafkaLog(fleet.address(Part.KAFKA)).keysAndValues(KafkaLog.EVENT_TOPICS);
  }

  private static Result compare(Fleet fleet, int batch, List<byte[]> records, int pairs)
      throws Exception {
    String topic = PEER_TOPIC + batch;
    new KafkaLog(fleet.address(Part.KAFKA)).create(topic, PARTITIONS);
    try (Load load = load(fleet, traffic(fleet, "batch" + batch, batch));
        BareProducer producer =
            BareProducer.start(fleet.address(Part.KAFKA), topic, records, fleet.file("records"))) {
      List<Subject> subjects = new ArrayList<>(fleet.subjects());
      subjects.add(load.subject());
      subjects.add(producer.subject());
      return new Comparison(
              "batches of " + batch,
              new Side("ingestion-service", () -> load.send(EVENTS / batch).times(batch)),
              new Side("ProducerPerformance", () -> producer.send(RECORDS)),
              List.of(
                  Figure.cpu("CPU per event", "ingestion", BareProducer.NAME),
                  Figure.cpu("CPU of the broker per event", "kafka", "kafka"),
                  Figure.rate("events"),
                  Figure.cpu("CPU of the load generator per event", Load.NAME)))
          .run(new Meter(subjects), WARM_UPS, pairs);
    }
  }

  private static EventRequests traffic(Fleet fleet, String name, int batch) {
    return EventRequests.generate(
        Scenario.full(name, batch, Instant.now()),
        batch,
        fleet.address(Part.INGESTION),
        fleet.stack().secrets().writeKey());
  }

  private static Load load(Fleet fleet, EventRequests traffic) throws IOException {
    return Load.http(
        fleet.address(Part.INGESTION), CONNECTIONS, traffic.requests(), fleet.file("requests"));
  }
}
