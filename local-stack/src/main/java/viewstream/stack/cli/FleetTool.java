package viewstream.stack.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import viewstream.stack.DataFolder;
import viewstream.stack.FleetEnvironment;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.supervisor.Fleet;

/** A command line of one of the product's own jars, run on the running fleet. */
final class FleetTool {
  private final DataFolder data;

  FleetTool(DataFolder data) {
    this.data = data;
  }

  /**
   * Runs it on this terminal, with the fleet's addresses and keys in its environment.
   *
   * @param jar which tool
   * @param words what it is told
   * @return its exit code
   * @throws NotRunningException if there is no fleet
   */
  int run(Path jar, List<String> words) throws IOException, InterruptedException {
    Fleet fleet = new Fleet(data);
    if (!fleet.isRunning()) {
      throw new NotRunningException(data);
    }
    ProcessBuilder tool =
        new ProcessBuilder(
                new JavaCommand("256m")
                    .small()
                    .option("--enable-native-access=ALL-UNNAMED")
                    .jar(jar)
                    .arguments(words)
                    .words())
            .inheritIO();
    tool.environment()
        .putAll(new FleetEnvironment(fleet.ports(), KeysCommand.secrets(data)).variables());
    return tool.start().waitFor();
  }
}
