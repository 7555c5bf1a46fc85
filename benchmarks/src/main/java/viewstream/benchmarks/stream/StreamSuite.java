package viewstream.benchmarks.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.harness.Work;
import viewstream.benchmarks.kafka.KafkaLog;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/** The job with all topologies over a log that is there already, beside a job that discards it. */
public final class StreamSuite implements Suite {
  private static final int EVENTS = 720_000;
  private static final int PASSES = 4;
  private static final int CONNECTIONS = 16;
  private static final int BATCH = 100;
  private static final int WARM_UPS = 1;
  private static final String DISCARD = "viewstream.benchmarks.stream.DiscardJob";
  static final String RATE = "rate";

  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String question() {
    return "What does turning an event into figures cost, beside reading it in Flink?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet =
            Fleet.start(Part.INGESTION, Part.REDIS, Part.JOB_MANAGER, Part.TASK_MANAGER);
        Progress progress = new Progress(fleet)) {
      int records = fill(fleet);
      fleet.stack().stop(Part.INGESTION);
      Cluster cluster = new Cluster(fleet);
      List<Subject> subjects = fleet.subjects();
      return List.of(
          new Comparison(
                  "%,d records of 4 partitions".formatted(records),
                  new Side("all topologies", new FiguresJob(fleet, cluster, progress, records)),
                  new Side("discard", new Discard(fleet, cluster, records)),
                  List.of(
                      Figure.cpu(
                          "CPU of the TaskManager per record", "task-manager", "task-manager"),
                      Figure.own("records", "/s", RATE, RATE),
                      Figure.cpu("CPU of the broker per record", "kafka", "kafka"),
                      Figure.cpu("CPU of ClickHouse per record", "clickhouse"),
                      Figure.cpu("CPU of Redis per record", "redis"),
                      Figure.cpu("CPU of the JobManager per record", "job-manager", "job-manager")))
              .run(new Meter(subjects), WARM_UPS, pairs));
    }
  }

  /** Fills the log with distinct events; returns how many there are. */
  private static int fill(Fleet fleet) throws Exception {
    EventRequests traffic =
        EventRequests.generate(
            new Scenario(
                "stream",
                1,
                500,
                EVENTS / 10,
                EVENTS,
                Instant.now(),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5)),
            BATCH,
            fleet.address(Part.INGESTION),
            fleet.stack().secrets().writeKey());
    fleet.catalog(traffic.videos());
    try (Load load =
        Load.http(
            fleet.address(Part.INGESTION),
            CONNECTIONS,
            traffic.requests(),
            fleet.file("requests"))) {
      load.send(traffic.requests().size());
    }
    return traffic.events();
  }

  /** The job that discards, from its start to its end. */
  private record Discard(Fleet fleet, Cluster cluster, int records) implements Work {
    @Override
    public Done run() throws Exception {
      List<String> arguments = new ArrayList<>();
      arguments.add(fleet.address(Part.KAFKA));
      arguments.add(Integer.toString(PASSES));
      arguments.addAll(KafkaLog.EVENT_TOPICS);
      long begin = System.nanoTime();
      cluster.awaitEnd(cluster.start(DISCARD, arguments));
      double seconds = (System.nanoTime() - begin) / 1e9;
      int read = records * PASSES;
      return new Done(read, Map.of(RATE, read / seconds));
    }
  }
}
