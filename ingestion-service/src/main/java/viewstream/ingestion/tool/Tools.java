package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The command lines of the ingestion jar: its first argument names the tool, and no service starts.
 *
 * <p>Exit codes: 0 done; 1 it failed, said in one sentence; 2 the command was not understood.
 */
@Command(name = "ingestion", description = "Tools for those who run the ingestion service.")
public final class Tools {
  private static final Set<String> NAMES = Set.of("keys", "rejected");
  private static final int FAILED = 1;

  private Tools() {}

  /** Whether these arguments are for a tool, not for the service. */
  public static boolean areMeantBy(String... arguments) {
    return arguments.length > 0 && NAMES.contains(arguments[0]);
  }

  /** Runs a tool as this process, and ends the process. */
  public static void main(String... arguments) {
    System.setProperty("logback.configurationFile", "tool-logback.xml");
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    System.exit(run(System.getenv(), out, err, arguments));
  }

  /**
   * Runs a tool.
   *
   * @param environment where Kafka, the registry and keys are, under the service's names
   * @return the exit code
   */
  public static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    var connection = new Connection(environment);
    CommandLine tools =
        new CommandLine(new Tools())
            .addSubcommand(new KeysCommands(connection))
            .addSubcommand(new RejectedCommands(connection));
    offerHelp(tools);
    return tools
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(sentence(failure));
              return FAILED;
            })
        .execute(arguments);
  }

  private static void offerHelp(CommandLine command) {
    command.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new Help()));
    command.getSubcommands().values().forEach(Tools::offerHelp);
  }

  private static String sentence(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  /** The one option that every command has. */
  private static final class Help {
    @Option(names = "--help", usageHelp = true, description = "says this")
    private boolean wanted;
  }
}
