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
  @Mixin private StackOptions options = new StackOptions();

  @Override
  public Integer call() throws Exception {
    new Supervisor(options.data(), System.out).run(options.ports());
    return 0;
  }
}
