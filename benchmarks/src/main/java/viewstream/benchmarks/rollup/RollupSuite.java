package viewstream.benchmarks.rollup;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.harness.Comparison;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Measurement;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Side;
import viewstream.benchmarks.harness.Work;
import viewstream.stack.Checkout;
import viewstream.stack.Part;
import viewstream.stack.process.JavaCommand;

/** A day's roll beside one statement that reads the same events. */
public final class RollupSuite implements Suite {
  /** Each takes a minute or more; there is nothing that would have to grow warm. */
  private static final int MOST_PAIRS = 2;

  private static final String TOOL = "tool";

  @Override
  public String name() {
    return "rollup";
  }

  @Override
  public String question() {
    return "What do a day's exact figures cost, beside one INSERT … SELECT over its events?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.SCHEMA, Part.REDIS)) {
      LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
      Day events = new Day(fleet, day);
      events.fill();
      events.createPeer();
      Work roll = () -> roll(fleet, day);
      Work bare =
          () -> {
            events.insertIntoPeer();
            return new Done(Day.EVENTS, Map.of(TOOL, 0.0));
          };
      return List.of(
          new Comparison(
                  "%,d events of %,d views".formatted(Day.EVENTS, Day.VIEWS),
                  new Side("rollup day", roll),
                  new Side("INSERT … SELECT", bare),
                  List.of(
                      new Figure("time", "s", RollupSuite::seconds, RollupSuite::seconds),
                      Figure.rate("events"),
                      Figure.cpu("CPU of ClickHouse per event", "clickhouse", "clickhouse"),
                      new Figure("CPU of the tool", "s", block -> block.figure(TOOL), null)))
              .run(new Meter(fleet.subjects()), 0, Math.min(pairs, MOST_PAIRS)));
    }
  }

  private static double seconds(Measurement block) {
    return block.wall().toNanos() / 1e9;
  }

  /** Runs the operators' tool. */
  private static Done roll(Fleet fleet, LocalDate day) throws IOException, InterruptedException {
    ProcessBuilder tool =
        new ProcessBuilder(
            new JavaCommand("256m")
                .option("--enable-native-access=ALL-UNNAMED")
                .jar(Checkout.locate().built("batch-rollup", "batch-rollup.jar"))
                .arguments(List.of("day", day.toString()))
                .words());
    tool.environment().putAll(fleet.stack().environment());
    tool.redirectErrorStream(true).redirectOutput(Fleet.target().resolve("rollup.log").toFile());
    Process running = tool.start();
    double spent = 0;
    while (running.isAlive()) {
      // A process that has ended does not tell any more.
      spent = running.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e9).orElse(spent);
      Thread.sleep(20);
    }
    if (running.exitValue() != 0) {
      throw new IOException("rollup day failed; see " + Fleet.target().resolve("rollup.log"));
    }
    return new Done(Day.EVENTS, Map.of(TOOL, spent));
  }
}
