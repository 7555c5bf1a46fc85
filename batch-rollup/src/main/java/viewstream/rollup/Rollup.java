package viewstream.rollup;

import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import viewstream.rollup.auto.RollAuto;
import viewstream.rollup.day.RollDay;
import viewstream.rollup.migrate.Migrate;

/**
 * The command line. Exit codes: 0 done, 1 refused, or a server refused or did not answer, said in
 * one sentence, 2 the command was not understood.
 */
@Command(
    name = "rollup",
    description = "Looks after what the stream has written.",
    mixinStandardHelpOptions = true,
    subcommands = {Migrate.class, RollDay.class, RollAuto.class})
public final class Rollup {
  private Rollup() {}

  /** Runs one subcommand. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to be executed. */
  public static CommandLine commandLine() {
    return new CommandLine(new Rollup())
        .registerConverter(LocalDate.class, Words::day)
        .registerConverter(Duration.class, Words::duration)
        .setExecutionExceptionHandler(Rollup::sayInOneSentence);
  }

  private static int sayInOneSentence(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }
}
