package viewstream.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import viewstream.stack.supervisor.Supervisor;

@Command(
    name = "supervise",
    hidden = true,
    description = "Owns the fleet until it gets a signal; started by up.")
final class SuperviseCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Mixin private StartOptions options = new StartOptions();

  @Override
  public Integer call() throws Exception {
    new Supervisor(data.folder(), System.out).run(options.ports(), options.parts());
    return 0;
  }
}
