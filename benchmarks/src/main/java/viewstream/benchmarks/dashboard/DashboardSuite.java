package viewstream.benchmarks.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.fleet.Redis;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/**
 * Dashboards as they are answered from memory, beside a Redis that returns as many bytes; and as
 * they must be computed, beside ClickHouse reading the same rows.
 */
public final class DashboardSuite implements Suite {
  private static final int BATCH = 100;
  private static final int CONNECTIONS = 8;
  private static final int HOT_REQUESTS = 20_000;
  private static final int HOT_GETS = 100_000;
  private static final int COLD_REQUESTS = 600;
  private static final int WARM_UPS = 2;
  private static final String KEY = "bench:reply";

  @Override
  public String name() {
    return "dashboard";
  }

  @Override
  public String question() {
    return "What does answering a dashboard cost, from memory and afresh?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.values())) {
      Instant now = Instant.now();
      fill(fleet, now);
      fleet.stack().stop(Part.FLINK);
      fleet.stack().stop(Part.INGESTION);
      Questions questions = new Questions(fleet, now);
      return List.of(hot(fleet, questions, pairs), cold(fleet, questions, pairs));
    }
  }

  private static Result hot(Fleet fleet, Questions questions, int pairs) throws Exception {
    String reply = questions.reply();
    try (Redis redis = new Redis(fleet.address(Part.REDIS))) {
      redis.ask("SET", KEY, reply);
    }
    try (Load load =
            Load.http(fleet.address(Part.QUERY), CONNECTIONS, questions.same(), fleet.file("hot"));
        Load gets =
            Load.redis(fleet.address(Part.REDIS), CONNECTIONS, List.of(KEY), fleet.file("gets"))) {
      return new Comparison(
              "hot: the same dashboards, replies of %,d bytes".formatted(reply.length()),
              new Side("query-service", () -> load.send(HOT_REQUESTS)),
              new Side("Redis GET", () -> gets.send(HOT_GETS)),
              List.of(
                  Figure.cpu("CPU per request", "query", "redis"),
                  Figure.rate("requests"),
                  Figure.own("latency p50", "ms", Load.P50, Load.P50),
                  Figure.own("latency p99", "ms", Load.P99, Load.P99)))
          .run(meter(fleet, load, gets), WARM_UPS, pairs);
    }
  }

  private static Result cold(Fleet fleet, Questions questions, int pairs) throws Exception {
    int wanted = COLD_REQUESTS * (WARM_UPS + pairs);
    try (Load load =
            Load.http(
                fleet.address(Part.QUERY),
                CONNECTIONS,
                questions.different(wanted),
                fleet.file("cold"));
        Load statements =
            Load.http(
                "statements",
                fleet.address(Part.CLICKHOUSE),
                CONNECTIONS,
                questions.statements(wanted),
                fleet.file("statements"))) {
      return new Comparison(
              "cold: no dashboard asked for twice",
              new Side("query-service", () -> load.send(COLD_REQUESTS)),
              new Side("bare statement", () -> statements.send(COLD_REQUESTS)),
              List.of(
                  new Figure(
                      "CPU per request, ClickHouse's included",
                      "µs",
                      block -> block.cpuMicros("query") + block.cpuMicros("clickhouse"),
                      block -> block.cpuMicros("clickhouse")),
                  Figure.cpu("CPU of ClickHouse per request", "clickhouse", "clickhouse"),
                  Figure.cpu("CPU of the query service per request", "query"),
                  Figure.rate("requests"),
                  Figure.own("latency p50", "ms", Load.P50, Load.P50),
                  Figure.own("latency p99", "ms", Load.P99, Load.P99)))
          .run(meter(fleet, load, statements), WARM_UPS, pairs);
    }
  }

  private static Meter meter(Fleet fleet, Load load, Load peer) throws Exception {
    List<Subject> subjects = new ArrayList<>(fleet.subjects());
    subjects.add(load.subject());
    subjects.add(peer.subject());
    return new Meter(subjects);
  }

  private static void fill(Fleet fleet, Instant now) throws Exception {
    EventRequests traffic =
        EventRequests.generate(
            Scenario.full(Questions.SCENARIO, 1, now),
            BATCH,
            fleet.address(Part.INGESTION),
            fleet.stack().secrets().writeKey());
    fleet.catalog(traffic.videos());
    try (Load load =
            Load.http(
                fleet.address(Part.INGESTION),
                CONNECTIONS,
                traffic.requests(),
                fleet.file("requests"));
        Progress progress = new Progress(fleet)) {
      load.send(traffic.requests().size());
      progress.awaitPast(Instant.now());
    }
  }
}
