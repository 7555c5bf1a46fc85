package viewstream.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Measurement;
import viewstream.benchmarks.kafka.BareConsumer;
import viewstream.benchmarks.kafka.BareProducer;

/**
 * What each process spends on an event. What it spends when idle, for as long as the block took, is
 * taken off: how much of that there is per event depends on nothing but how many events there are.
 *
 * @param idle a block in which nothing was asked of anybody
 */
record Costs(Measurement idle) {
  private static final List<String> PRODUCT =
      List.of(
          "ingestion",
          "kafka",
          "task-manager",
          "clickhouse",
          "redis",
          "job-manager",
          "query",
          "registry");
  private static final List<String> BARE =
      List.of(BareProducer.NAME, "kafka", BareConsumer.NAME, "clickhouse");

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure("CPU per event", net(PRODUCT), net(BARE)));
    figures.add(
        figure("· taking it: ingestion ÷ producer", net("ingestion"), net(BareProducer.NAME)));
    figures.add(figure("· keeping it: broker", net("kafka"), net("kafka")));
    figures.add(
        figure(
            "· counting it: TaskManager ÷ consumer", net("task-manager"), net(BareConsumer.NAME)));
    figures.add(figure("· storing it: ClickHouse", net("clickhouse"), net("clickhouse")));
    figures.add(new Figure("· Redis", "µs", net("redis"), null));
    figures.add(new Figure("· JobManager", "µs", net("job-manager"), null));
    figures.add(
        new Figure("· query service and registry", "µs", net(List.of("query", "registry")), null));
    figures.add(new Figure("CPU per event, the idle fleet's share added", "µs", this::gross, null));
    figures.add(new Figure("CPU of the idle fleet", "cores", block -> cores(PRODUCT), null));
    figures.add(
        new Figure("events, until all stores have them", "/s", Measurement::perSecond, null));
    return figures;
  }

  private static Figure figure(
      String name, ToDoubleFunction<Measurement> product, ToDoubleFunction<Measurement> peer) {
    return new Figure(name, "µs", product, peer);
  }

  private ToDoubleFunction<Measurement> net(String subject) {
    return net(List.of(subject));
  }

  private ToDoubleFunction<Measurement> net(List<String> subjects) {
    return block -> {
      double spent = subjects.stream().mapToDouble(block::cpuMicros).sum();
      double seconds = block.wall().toNanos() / 1e9;
      return spent - cores(subjects) * seconds * 1e6 / block.done().units();
    };
  }

  private double gross(Measurement block) {
    return PRODUCT.stream().mapToDouble(block::cpuMicros).sum();
  }

  /** What these spend when idle. */
  private double cores(List<String> subjects) {
    return subjects.stream().mapToDouble(idle::cpuSeconds).sum() / (idle.wall().toNanos() / 1e9);
  }
}
