package viewstream.stack.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.access.Secrets;

@Command(
    name = "keys",
    description =
        "Prints the keys of players (write) and servers (secret) that the fleet starts with; with"
            + " more words makes and changes others, for example: keys create --kind write --name"
            + " web")
final class KeysCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "WORD", description = "what the tool is told: create, list, …")
  private List<String> words = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!words.isEmpty()) {
      return new FleetTool(data.folder())
          .run(
              Checkout.locate().built("ingestion-service", "exec/ingestion-service-exec.jar"),
              Stream.concat(Stream.of("keys"), words.stream()).toList());
    }
    Secrets secrets = secrets(data.folder());
    spec.commandLine().getOut().println("write_key=" + secrets.writeKey());
    spec.commandLine().getOut().println("secret_key=" + secrets.secretKey());
    return 0;
  }

  static Secrets secrets(DataFolder data) throws java.io.IOException {
    Files.createDirectories(data.root());
    return Secrets.loadOrCreate(data.secrets());
  }
}
