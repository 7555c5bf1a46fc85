package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of each event, as its sender knows it.
 *
 * <pre>
 * valid:   a acknowledged, b refused with 401, c without a reply; on the topic: a   or a, c
 * invalid: a acknowledged, b refused with 401, c without a reply; on the topic: c   or a, b
 * </pre>
 */
final class Ledger {
  private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

  /** Without a reply, or told to come again: they may be there or not. */
  private final Set<UUID> doubtful = ConcurrentHashMap.newKeySet();

  private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> replies = new ConcurrentHashMap<>();
  private final List<Long> acknowledgedMillis = new ArrayList<>();

  void replied(Collection<UUID> events, int status, long millis) {
    replies.merge(Integer.toString(status), 1, Integer::sum);
    if (status < 300) {
      acknowledged.addAll(events);
      synchronized (acknowledgedMillis) {
        acknowledgedMillis.add(millis);
      }
    } else if (status < 500 && status != 429) {
      refused.addAll(events);
    } else {
      doubtful.addAll(events);
    }
  }

  /** A stranger's: whatever the reply, they must not be there. */
  void refused(Collection<UUID> events, int status) {
    replies.merge("stranger " + status, 1, Integer::sum);
    refused.addAll(events);
  }

  void failed(Collection<UUID> events, Exception failure) {
    replies.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
    doubtful.addAll(events);
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** How many requests ended like this: a status, or the name of an exception. */
  int replies(String kind) {
    return replies.getOrDefault(kind, 0);
  }

  /** All the ways in which requests ended. */
  Set<String> kinds() {
    return Set.copyOf(replies.keySet());
  }

  /** Milliseconds that only one in a hundred acknowledged requests took longer than. */
  long slowMillis() {
    synchronized (acknowledgedMillis) {
      List<Long> sorted = acknowledgedMillis.stream().sorted().toList();
      return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * 0.99));
    }
  }

  /** Compares, id for id. */
  void assertEquals(Set<UUID> onTopic) {
    assertThat(acknowledged).as("acknowledged").isNotEmpty();
    assertThat(missing(acknowledged, onTopic)).as("acknowledged, but not there").isEmpty();
    List<UUID> there = new ArrayList<>(refused);
    there.retainAll(onTopic);
    assertThat(there).as("refused, but there").isEmpty();
    List<UUID> unknown = missing(onTopic, acknowledged);
    unknown.removeAll(doubtful);
    assertThat(unknown).as("there, but never sent").isEmpty();
  }

  /** In words: what was sent, and how it ended. */
  @Override
  public String toString() {
    return "%d events acknowledged, %d in doubt, %d refused; replies %s; 99 %% of those with 2xx within %d ms"
        .formatted(
            acknowledged.size(),
            doubtful.size(),
            refused.size(),
            new TreeMap<>(replies),
            slowMillis());
  }

  private static List<UUID> missing(Set<UUID> wanted, Set<UUID> from) {
    List<UUID> missing = new ArrayList<>(wanted);
    missing.removeIf(from::contains);
    return missing;
  }
}
