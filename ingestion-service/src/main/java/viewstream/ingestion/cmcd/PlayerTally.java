package viewstream.ingestion.cmcd;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import viewstream.ingestion.cmcd.ConformanceReply.OfPlayer;
import viewstream.ingestion.cmcd.Findings.Finding;
import viewstream.ingestion.pipeline.Outcome;

/** What was counted of one player's reports. */
final class PlayerTally {
  private static final int MOST_ISSUES = 100;
  private static final int LONGEST_KEY = 32;
  private static final String OTHER = "other";

  private final LongAdder published = new LongAdder();
  private final LongAdder unpublished = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final Map<Subject, IssueTally> issues = new ConcurrentHashMap<>();

  void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Good good -> published.increment();
      case Outcome.Unpublished nothing -> unpublished.increment();
      case Outcome.Rejected bad -> rejected.increment();
    }
  }

  void count(Finding finding) {
    String key = finding.key().length() <= LONGEST_KEY ? finding.key() : OTHER;
    var subject = new Subject(finding.issue(), key);
    if (!issues.containsKey(subject) && issues.size() >= MOST_ISSUES) {
      subject = new Subject(finding.issue(), OTHER);
    }
    issues.computeIfAbsent(subject, unknown -> new IssueTally()).count(finding.kind());
  }

  OfPlayer reply(Player player) {
    return new OfPlayer(
        player.name(),
        player.version(),
        published.sum(),
        unpublished.sum(),
        rejected.sum(),
        issues.entrySet().stream()
            .map(entry -> entry.getValue().reply(entry.getKey()))
            .sorted(Comparator.comparingLong(ConformanceReply.OfIssue::count).reversed())
            .toList());
  }

  record Subject(Issue issue, String key) {}

  private static final class IssueTally {
    private final LongAdder count = new LongAdder();

    /** For people to look at: any of the last will do. */
    private volatile String kind = "";

    void count(String found) {
      count.increment();
      kind = found;
    }

    ConformanceReply.OfIssue reply(Subject subject) {
      return new ConformanceReply.OfIssue(
          subject.issue().code(), subject.key(), count.sum(), kind.isEmpty() ? null : kind);
    }
  }
}
