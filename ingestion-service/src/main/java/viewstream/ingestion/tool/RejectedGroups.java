package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.RejectedEvent;

/** Counts rejected events that broke the same rule in the same way. */
final class RejectedGroups {
  private static final String FORMAT = "%8s  %-20s %-16s %-40s %-11s %-20s %s";

  private final Map<Group, Tally> tallies = new HashMap<>();

  void add(RejectedEvent event) {
    var group =
        new Group(event.getReason(), event.getField(), event.getWriteKey(), event.getEndpoint());
    tallies.merge(group, Tally.of(event.getReceivedTime()), Tally::plus);
  }

  /** Prints them, the most frequent first. */
  void print(PrintWriter out) {
    out.println(FORMAT.formatted("COUNT", "REASON", "FIELD", "KEY", "ENDPOINT", "FIRST", "LAST"));
    tallies.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Tally::count).reversed()))
        .forEach(entry -> out.println(line(entry.getKey(), entry.getValue())));
  }

  private static String line(Group group, Tally tally) {
    return FORMAT.formatted(
        tally.count(),
        group.reason(),
        group.field() == null ? "-" : group.field(),
        group.key() == null ? "-" : group.key(),
        group.endpoint(),
        tally.first().truncatedTo(ChronoUnit.SECONDS),
        tally.last().truncatedTo(ChronoUnit.SECONDS));
  }

  private record Group(
      String reason, @Nullable String field, @Nullable String key, String endpoint) {}

  private record Tally(long count, Instant first, Instant last) {
    static Tally of(Instant time) {
      return new Tally(1, time, time);
    }

    Tally plus(Tally other) {
      return new Tally(
          count + other.count,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }
}
