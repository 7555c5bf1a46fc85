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
  @Mixin private DataOption data = new DataOption();

  @Mixin private StartOptions options = new StartOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (new FleetStart(data.folder(), options, out).run()) {
      out.println("the fleet is up");
    }
    Fleet fleet = new Fleet(data.folder());
    Addresses.print(fleet.status().parts(), fleet.ports(), out);
    return 0;
  }
}
