package viewstream.stack.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import viewstream.stack.supervisor.Fleet;

@Command(name = "down", description = "Ends the fleet. Its data stays.")
final class DownCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--purge", description = "delete its data too")
  private boolean purge;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    boolean ended = new Fleet(data.folder()).end();
    out.println(ended ? "the fleet has ended" : "no fleet was running");
    if (purge) {
      data.folder().purge();
      out.println("its data is deleted");
    }
    return 0;
  }
}
