package viewstream.ingestion.warnings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.RejectedEvent;

/** Rejected events by key, reason and field; no more groups than there is room for. */
final class WarningTable {
  private final Cache<Group, Tally> tallies;

  WarningTable(int groups) {
    this.tallies =
        Caffeine.newBuilder().maximumSize(groups).expireAfterWrite(Tally.KEPT.plusHours(1)).build();
  }

  /** Counts an event of a key. */
  void add(RejectedEvent event) {
    if (event.getWriteKey() != null) {
      var group = new Group(event.getWriteKey(), event.getReason(), event.getField());
      Tally tally = tallies.get(group, unseen -> new Tally());
      tally.add(event.getReceivedTime(), event.getDetail());
      tallies.put(group, tally); // it lives for a day from now
    }
  }

  /** The warnings of a key, the most frequent first. */
  List<Warning> of(String key, Instant now) {
    return tallies.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().key().equals(key))
        .flatMap(entry -> warning(entry, now))
        .sorted(Comparator.comparingLong(Warning::count).reversed())
        .toList();
  }

  private static Stream<Warning> warning(Map.Entry<Group, Tally> entry, Instant now) {
    Group group = entry.getKey();
    Tally.Sum sum = entry.getValue().sum(now);
    return sum == null
        ? Stream.empty()
        : Stream.of(
            new Warning(
                group.reason(), group.field(), sum.count(), sum.first(), sum.last(), sum.detail()));
  }

  private record Group(String key, String reason, @Nullable String field) {}
}
