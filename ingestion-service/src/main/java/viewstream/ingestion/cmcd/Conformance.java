package viewstream.ingestion.cmcd;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Outcome;

/**
 * How well each player keeps to the standard, counted since this process started. Bounded: of
 * players, and of things to find in one, only so many are told apart.
 */
@Component
public final class Conformance {
  private static final int MOST_PLAYERS = 200;

  private final ConcurrentHashMap<Player, PlayerTally> players = new ConcurrentHashMap<>();
  private final IngestionMetrics metrics;
  private final Instant since;

  public Conformance(IngestionMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.since = clock.instant();
  }

  /** Counts what became of a report and what was found in it. */
  void count(Player player, Outcome outcome, Findings findings) {
    PlayerTally tally = tally(player);
    tally.count(outcome);
    findings.forEach(
        finding -> {
          tally.count(finding);
          metrics.cmcdIssue(finding.issue().code());
        });
  }

  /** The counts as they are now, by player and version. */
  ConformanceReply report() {
    return new ConformanceReply(
        since,
        players.entrySet().stream()
            .map(entry -> entry.getValue().reply(entry.getKey()))
            .sorted(
                Comparator.comparing(ConformanceReply.OfPlayer::player)
                    .thenComparing(ConformanceReply.OfPlayer::playerVersion))
            .toList());
  }

  private PlayerTally tally(Player player) {
    PlayerTally known = players.get(player);
    if (known != null) {
      return known;
    }
    Player told = players.size() < MOST_PLAYERS ? player : Player.OTHER;
    return players.computeIfAbsent(told, unknown -> new PlayerTally());
  }
}
