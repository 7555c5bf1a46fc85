package viewstream.stack.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import viewstream.stack.DataFolder;
import viewstream.stack.access.Secrets;

@Command(name = "keys", description = "The keys of players (write) and servers (secret).")
final class KeysCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
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
