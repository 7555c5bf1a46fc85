package viewstream.stack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import viewstream.stack.DataFolder;
import viewstream.stack.Part;
import viewstream.stack.supervisor.Fleet;
import viewstream.stack.supervisor.FleetStatus;

@Command(
    name = "status",
    description = "What runs, where, since when. Exit code 0 only when all of it is healthy.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    DataFolder folder = data.folder();
    Fleet fleet = new Fleet(folder);
    if (!fleet.isRunning()) {
      throw new NotRunningException(folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    FleetStatus status = fleet.status();
    Map<String, ProcessHandle> processes = fleet.processes();
    out.printf("%-13s %-10s %8s %10s %8s%n", "PART", "STATE", "PID", "UP", "MEMORY");
    for (Part part : status.parts()) {
      out.println(row(part, status, processes.get(part.label())));
    }
    Addresses.print(status.parts(), fleet.ports(), out);
    return status.ready() && status.parts().stream().allMatch(status::isHealthy)
        ? 0
        : Viewstream.FAILED;
  }

  private static String row(Part part, FleetStatus status, @Nullable ProcessHandle process) {
    String state = status.isHealthy(part) ? "healthy" : status.ready() ? "unhealthy" : "starting";
    if (process == null) {
      return "%-13s %-10s".formatted(part.label(), state);
    }
    return "%-13s %-10s %8d %10s %8s"
        .formatted(part.label(), state, process.pid(), age(process), Memory.resident(process));
  }

  private static String age(ProcessHandle process) {
    Duration age =
        process
            .info()
            .startInstant()
            .map(start -> Duration.between(start, Instant.now()))
            .orElse(Duration.ZERO);
    return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }
}
