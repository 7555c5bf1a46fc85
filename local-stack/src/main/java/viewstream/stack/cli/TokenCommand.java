package viewstream.stack.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import viewstream.stack.access.Token;

@Command(name = "token", description = "A bearer token for the query service.")
final class TokenCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @ArgGroup(multiplicity = "1")
  private Who who = new Who();

  @Option(
      names = "--expires",
      paramLabel = "DURATION",
      description = "how long it is valid, such as 30m, 12h, 7d (default: ${DEFAULT-VALUE})",
      defaultValue = "12h",
      converter = DurationConverter.class)
  private Duration expires = Duration.ZERO;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Token token = new Token(KeysCommand.secrets(data.folder()), Clock.systemUTC());
    spec.commandLine()
        .getOut()
        .println(
            who.operators ? token.forOperators(expires) : token.forChannels(who.channels, expires));
    return 0;
  }

  /** Whose token it is. */
  private static final class Who {
    @Option(
        names = "--channel",
        paramLabel = "ID",
        split = ",",
        description = "a creator's, who sees this channel; may be repeated")
    private List<String> channels = List.of();

    @Option(names = "--ops", description = "an operator's, who sees everything")
    private boolean operators;
  }
}
