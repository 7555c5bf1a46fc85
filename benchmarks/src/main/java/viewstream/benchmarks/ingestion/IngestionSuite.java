package viewstream.benchmarks.ingestion;

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

/**
 * The ingestion service beside ProducerPerformance, which sends the same records; then its latency
 * at half of what it can take, and what user agents cost that it has never seen.
 */
public final class IngestionSuite implements Suite {
  private static final String PEER_TOPIC = "bare_events_";
  private static final int PARTITIONS = 4;
  private static final int CAPTURED_EVENTS = 20_000;
  private static final int RECORDS = 1_500_000;
  private static final Size TYPICAL = new Size(100, 64, 400_000, 10);

  /**
   * The largest first: they make the service warm, which takes some million events, and then some
   * ten thousand requests for what is done once for each of them. While the compiler still works it
   * takes a quarter of the service's CPU.
   */
  private static final List<Size> SIZES =
      List.of(
          new Size(500, 64, 400_000, 10),
          TYPICAL,
          new Size(10, 256, 150_000, 20),
          new Size(1, 512, 25_000, 16));

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
      double eventsPerSecond = 0;
      for (Size size : SIZES) {
        Result result = compare(fleet, size, records, pairs);
        if (size.equals(TYPICAL)) {
          eventsPerSecond = result.lines().getLast().product().median();
        }
        results.add(result);
      }
      results.add(new HalfLoad(fleet, TYPICAL, eventsPerSecond).run(pairs));
      results.add(new UnseenAgents(fleet, TYPICAL).run(pairs));
      return results;
    }
  }

  /** The keys and values that the service makes of some traffic. */
  private static List<byte[]> capture(Fleet fleet) throws Exception {
    EventRequests traffic = TYPICAL.traffic(fleet, "captured");
    try (Load load = TYPICAL.load(fleet, traffic)) {
      load.send(CAPTURED_EVENTS / traffic.batch());
    }
    return new KafkaLog(fleet.address(Part.KAFKA)).keysAndValues(KafkaLog.EVENT_TOPICS);
  }

  private static Result compare(Fleet fleet, Size size, List<byte[]> records, int pairs)
      throws Exception {
    String topic = PEER_TOPIC + size.batch();
    new KafkaLog(fleet.address(Part.KAFKA)).create(topic, PARTITIONS);
    try (Load load = size.load(fleet, size.traffic(fleet, "batch" + size.batch()));
        BareProducer producer =
            BareProducer.start(fleet.address(Part.KAFKA), topic, records, fleet.file("records"))) {
      List<Subject> subjects = new ArrayList<>(fleet.subjects());
      subjects.add(load.subject());
      subjects.add(producer.subject());
      return new Comparison(
              "batches of " + size.batch(),
              new Side("ingestion-service", () -> size.send(load)),
              new Side("ProducerPerformance", () -> producer.send(RECORDS)),
              List.of(
                  Figure.cpu("CPU per event", "ingestion", BareProducer.NAME),
                  Figure.cpu("CPU of the broker per event", "kafka", "kafka"),
                  Figure.cpu("CPU of the load generator per event", Load.NAME),
                  Figure.rate("events")))
          .run(new Meter(subjects), size.warmUps(), pairs);
    }
  }
}
