package viewstream.stack.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import viewstream.stack.Checkout;

@Command(
    name = "rejected",
    description = "Lists, shows and takes again events that broke a rule: rejected list")
final class RejectedCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "WORD",
      description = "what the tool is told: list, sample, replay")
  private List<String> words = List.of();

  @Override
  public Integer call() throws Exception {
    return new FleetTool(data.folder())
        .run(
            Checkout.locate().built("ingestion-service", "exec/ingestion-service-exec.jar"),
            Stream.concat(Stream.of("rejected"), words.stream()).toList());
  }
}
