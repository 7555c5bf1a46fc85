package viewstream.stack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.FleetEnvironment;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.supervisor.Fleet;

@Command(
    name = "rollup",
    description = "Runs the operators' tool on the running fleet, for example: rollup auto")
final class RollupCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "WORD", description = "what the tool is told")
  private List<String> words = List.of();

  @Override
  public Integer call() throws Exception {
    DataFolder folder = data.folder();
    Fleet fleet = new Fleet(folder);
    if (!fleet.isRunning()) {
      throw new NotRunningException(folder);
    }
    Map<String, String> environment =
        new FleetEnvironment(fleet.ports(), KeysCommand.secrets(folder)).variables();
    List<String> command =
        new ArrayList<>(
            new JavaCommand("256m")
                .option("--enable-native-access=ALL-UNNAMED")
                .jar(Checkout.locate().built("batch-rollup", "batch-rollup.jar"))
                .arguments(words)
                .words());
    ProcessBuilder tool = new ProcessBuilder(command).inheritIO();
    tool.environment().putAll(environment);
    return tool.start().waitFor();
  }
}
