package viewstream.rollup.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import viewstream.rollup.RefusedException;

/** Rolls one day, whether it was rolled before or not. */
@Command(
    name = "day",
    description = "Counts one UTC day exactly and replaces its rolled figures.",
    mixinStandardHelpOptions = true)
public final class RollDay implements Callable<Integer> {
  @Parameters(paramLabel = "DAY", description = "a UTC day that is over, yyyy-MM-dd")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--force",
      description =
          "Roll although the stream has not stored all of the day; rollup auto corrects it later.")
  private boolean force;

  @Mixin private RollOptions options = new RollOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    requireOver(clock.instant());
    requireRaw(options.oldestDay(clock.instant()));
    try (var session = new RollSession(options, clock, spec.commandLine().getOut())) {
      requireStored(session);
      session.roll(day, RollReason.ASKED);
    }
    return 0;
  }

  private void requireOver(Instant now) {
    Instant end = DayWindow.start(day.plusDays(1));
    if (now.isBefore(end)) {
      throw new RefusedException(
          "%s is not over: it can be rolled from %s on; until then its figures are live"
              .formatted(day, end));
    }
  }

  private void requireRaw(LocalDate oldest) {
    if (day.isBefore(oldest)) {
      throw new RefusedException(
          "raw events of %s are no longer complete: the oldest day that can be rolled is %s"
              .formatted(day, oldest));
    }
  }

  private void requireStored(RollSession session) {
    Instant end = DayWindow.start(day.plusDays(1));
    session
        .stored()
        .filter(stored -> stored.isBefore(end) && !force)
        .ifPresent(
            stored -> {
              throw new RefusedException(
                  "the stream has stored events up to %s, so %s is not complete: wait, or roll what is there with --force"
                      .formatted(stored, day));
            });
  }
}
