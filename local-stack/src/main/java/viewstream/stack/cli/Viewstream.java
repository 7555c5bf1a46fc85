package viewstream.stack.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import viewstream.stack.StackException;

/**
 * The commands of {@code ./viewstream} that need the stack.
 *
 * <p>Exit codes: 0 done; 1 it failed, said in one sentence; 2 the command was not understood; 3 the
 * fleet does not run; 4 a port is taken.
 */
@Command(
    name = "viewstream",
    description = "Runs the Viewstream fleet on this machine, without Docker.",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DownCommand.class,
      KeysCommand.class,
      RejectedCommand.class,
      TokenCommand.class,
      RollupCommand.class,
      FetchCommand.class,
      SuperviseCommand.class
    })
public final class Viewstream {
  static final int FAILED = 1;
  static final int NOT_RUNNING = 3;
  static final int PORT_TAKEN = 4;

  /** Held here because the log manager forgets loggers that nobody holds. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private Viewstream() {}

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
    JETTY.setLevel(Level.WARNING);
    CommandLine commandLine = new CommandLine(new Viewstream());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(new OneSentence());
    // After its first word everything is for the tool, options too.
    for (String tool : List.of("keys", "rejected", "rollup")) {
      commandLine.getSubcommands().get(tool).setStopAtPositional(true);
    }
    System.exit(commandLine.execute(arguments));
  }

  /** What a user can do something about is said without a stack trace. */
  private static final class OneSentence implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
      return switch (failure) {
        case PortTakenException taken -> say(commandLine, taken, PORT_TAKEN);
        case NotRunningException idle -> say(commandLine, idle, NOT_RUNNING);
        case StackException said -> say(commandLine, said, FAILED);
        case IllegalArgumentException said -> say(commandLine, said, FAILED);
        case UncheckedIOException wrapped -> say(commandLine, wrapped, FAILED);
        default -> throw failure;
      };
    }

    private static int say(CommandLine commandLine, Exception failure, int exitCode) {
      commandLine.getErr().println(failure.getMessage());
      return exitCode;
    }
  }
}
