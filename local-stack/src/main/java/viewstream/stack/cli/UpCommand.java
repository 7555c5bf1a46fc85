package viewstream.stack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import viewstream.stack.supervisor.Fleet;

@Command(name = "up", description = "Starts the fleet; returns when all of it is healthy.")
final class UpCommand implements Callable<Integer> {
  @Mixin private StackOptions options = new StackOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (new FleetStart(options, out).run()) {
      out.println("the fleet is up");
    }
    Addresses.print(new Fleet(options.data()).ports(), out);
    return 0;
  }
}
