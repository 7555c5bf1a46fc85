package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import viewstream.ingestion.keys.KeyRegister;
import viewstream.ingestion.keys.NewKey;
import viewstream.schema.event.AccessKey;

/** {@code keys create | list | change | disable | enable}. */
@Command(
    name = "keys",
    description = "The keys that players (write) and servers (secret) report with.")
final class KeysCommands {
  private final Connection connection;

  @Spec private CommandSpec spec = CommandSpec.create();

  KeysCommands(Connection connection) {
    this.connection = connection;
  }

  @Command(description = "Makes a key and prints it. A secret key is never shown again.")
  void create(
      @Option(names = "--kind", required = true, description = "write or secret") Kind kind,
      @Option(names = "--name", required = true, description = "what to call it") String name,
      @Mixin KeyOptions options) {
    NewKey made = kind == Kind.WRITE ? NewKey.write(name) : NewKey.secret(name);
    options.applyTo(made.record());
    register().create(made.record());
    out().println((kind == Kind.WRITE ? "write_key=" : "secret_key=") + made.text());
    if (kind == Kind.SECRET) {
      spec.commandLine().getErr().println("Keep it now: only its hash is stored.");
    }
  }

  @Command(description = "Shows all keys, secret ones by the beginning of their hash.")
  void list() {
    KeyLines.print(register().list(), out());
  }

  @Command(description = "Changes where a key may be used and how much it may send.")
  void change(
      @Parameters(paramLabel = "NAME", description = "of the key") String name,
      @Mixin KeyOptions options) {
    if (options.areEmpty()) {
      throw new IllegalArgumentException("say what to change: --origins, --quota, --burst");
    }
    tell(register().change(name, options::applyTo));
  }

  @Command(description = "Switches a key off: who uses it is told to stop.")
  void disable(@Parameters(paramLabel = "NAME", description = "of the key") String name) {
    tell(register().change(name, key -> key.setDisabled(true)));
  }

  @Command(description = "Switches a key on again.")
  void enable(@Parameters(paramLabel = "NAME", description = "of the key") String name) {
    tell(register().change(name, key -> key.setDisabled(false)));
  }

  private void tell(AccessKey key) {
    out().println(KeyLines.of(key));
  }

  private KeyRegister register() {
    return new KeyRegister(connection.topics(), Clock.systemUTC());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** What a key is for. */
  enum Kind {
    WRITE,
    SECRET
  }
}
