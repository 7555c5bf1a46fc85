package viewstream.stack.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import viewstream.stack.Checkout;

@Command(
    name = "rollup",
    description = "Runs the operators' tool on the running fleet, for example: rollup auto")
final class RollupCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "WORD", description = "what the tool is told")
  private List<String> words = List.of();

  @Override
  public Integer call() throws Exception {
    return new FleetTool(data.folder())
        .run(Checkout.locate().built("batch-rollup", "batch-rollup.jar"), words);
  }
}
