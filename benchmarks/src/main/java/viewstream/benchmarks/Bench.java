package viewstream.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import viewstream.benchmarks.dashboard.DashboardSuite;
import viewstream.benchmarks.disk.DiskSuite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.freshness.FreshnessSuite;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.ingestion.IngestionSuite;
import viewstream.benchmarks.path.PathSuite;
import viewstream.benchmarks.report.Machine;
import viewstream.benchmarks.report.ResultFile;
import viewstream.benchmarks.report.Table;
import viewstream.benchmarks.rollup.RollupSuite;
import viewstream.benchmarks.stream.StreamSuite;

/** {@code ./viewstream bench}: runs suites and prints what they found. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures what the product costs, beside named peers in the same run.")
public final class Bench implements Callable<Integer> {
  private static final List<Suite> SUITES =
      List.of(
          new IngestionSuite(),
          new PathSuite(),
          new StreamSuite(),
          new DiskSuite(),
          new FreshnessSuite(),
          new DashboardSuite(),
          new RollupSuite());

  @Parameters(
      paramLabel = "SUITE",
      arity = "0..*",
      description = "which to run, all if none is named")
  private List<String> names = List.of();

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "5",
      description = "how often product and peer take their turn (default: ${DEFAULT-VALUE})")
  private int pairs;

  @Option(names = "--list", description = "says which suites there are")
  private boolean list;

  @Spec private CommandSpec spec;

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      SUITES.forEach(suite -> System.out.printf("%-10s %s%n", suite.name(), suite.question()));
      return 0;
    }
    boolean failed = false;
    for (Suite suite : chosen()) {
      failed |= !run(suite);
    }
    return failed ? 1 : 0;
  }

  private List<Suite> chosen() {
    if (names.isEmpty()) {
      return SUITES;
    }
    return names.stream().map(this::suite).toList();
  }

  private Suite suite(String name) {
    return SUITES.stream()
        .filter(suite -> suite.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no suite '%s'; there are %s"
                        .formatted(
                            name,
                            SUITES.stream().map(Suite::name).collect(Collectors.joining(", ")))));
  }

  /** Runs a suite; false when it failed, which is no reason not to run the others. */
  private boolean run(Suite suite) throws IOException {
    Machine machine = Machine.now();
    System.out.printf("## %s%n%n%s%n%n%s%n%n", suite.name(), suite.question(), machine);
    try {
      List<Result> results = suite.run(pairs);
      results.forEach(result -> System.out.println(Table.of(result)));
      Path file =
          ResultFile.write(Fleet.target().resolve("results"), suite.name(), machine, results);
      System.out.printf("kept in %s%n%n", file);
      return true;
    } catch (Exception failure) {
      System.err.println(suite.name() + " failed");
      failure.printStackTrace();
      return false;
    }
  }
}
