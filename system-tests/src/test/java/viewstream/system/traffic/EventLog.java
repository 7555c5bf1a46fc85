package viewstream.system.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that were acknowledged, in order of acknowledgement. Safe for many senders. */
public final class EventLog {
  private final List<Event> events = new ArrayList<>();
  private Instant latest = Instant.EPOCH;
  private long requests;

  /** Notes the good events of an acknowledged request. */
  synchronized void acknowledged(Batch batch, Instant when) {
    batch.events().stream().filter(Event::good).forEach(events::add);
    requests++;
    if (when.isAfter(latest)) {
      latest = when;
    }
  }

  /** All so far; an event that was acknowledged twice is there twice. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** When the latest acknowledgement came. */
  public synchronized Instant latest() {
    return latest;
  }

  /** Requests that were acknowledged. */
  public synchronized long requests() {
    return requests;
  }
}
