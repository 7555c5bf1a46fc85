package viewstream.rollup.auto;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import viewstream.rollup.day.RollOptions;
import viewstream.rollup.day.RollSession;

/** Rolls every day that is due, oldest first. Run it as often as you like. */
@Command(
    name = "auto",
    description = "Rolls the days that are over, and again those whose events or owners changed.",
    mixinStandardHelpOptions = true)
public final class RollAuto implements Callable<Integer> {
  @Option(
      names = "--lateness",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_LATENESS:-1h}",
      description = "How long a day waits for late events after its end. Default: ${DEFAULT-VALUE}")
  private Duration lateness = Duration.ofHours(1);

  @Option(
      names = "--from",
      description = "The first day that is looked at. Default: the oldest that has all raw events")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      description = "The last day that is looked at. Default: the last that is over")
  private LocalDate to = LocalDate.of(9999, 12, 31);

  @Mixin private RollOptions options = new RollOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var session = new RollSession(options, Clock.systemUTC(), out)) {
      List<DueDay> due = due(session);
      due.forEach(day -> out.printf("%s is rolled: %s%n", day.day(), day.reason().id()));
      due.forEach(day -> session.roll(day.day(), day.reason()));
      out.println(due.isEmpty() ? "no day is due" : "rolled " + due.size() + " days");
    }
    return 0;
  }

  private List<DueDay> due(RollSession session) {
    LocalDate oldest = session.oldestDay().isAfter(from) ? session.oldestDay() : from;
    var days =
        new DueDays(
            session.streamTime(),
            lateness,
            oldest,
            to,
            session.facts().lastInsertions(),
            session.ledger().snapshots(),
            session.facts().daysOfReassignedVideos());
    return days.candidates()
        .flatMap(
            day ->
                days
                    .reason(day, asked -> viewsWentOn(session, days, asked))
                    .map(reason -> new DueDay(day, reason))
                    .stream())
        .toList();
  }

  private boolean viewsWentOn(RollSession session, DueDays days, LocalDate day) {
    return session
        .facts()
        .viewsWentOn(day, options.reachDays(), days.snapshots().getOrDefault(day, session.now()));
  }
}
