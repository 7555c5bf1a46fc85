package viewstream.rollup;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import viewstream.rollup.migrate.Migrate;

/**
 * The command line. Exit codes: 0 done, 1 a server refused or did not answer, 2 the command was not
 * understood.
 */
@Command(
    name = "rollup",
    description = "Looks after what the stream has written.",
    mixinStandardHelpOptions = true,
    subcommands = Migrate.class)
public final class Rollup {
  private Rollup() {}

  /** Runs one subcommand. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to be executed. */
  public static CommandLine commandLine() {
    return new CommandLine(new Rollup()).setExecutionExceptionHandler(Rollup::sayInOneSentence);
  }

  private static int sayInOneSentence(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
