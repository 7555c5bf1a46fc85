package viewstream.system.traffic;

import java.time.Instant;
import java.util.List;

/**
 * The events of one request.
 *
 * @param youngest when its latest event happened; it cannot be sent before
 * @param twice whether the client sends it again although it was acknowledged
 */
public record Batch(
    Route route, boolean gzip, boolean twice, Instant youngest, List<Event> events) {

  /** The endpoint and the form of the body. */
  public enum Route {
    BEACON,
    BEACON_TEXT,
    BATCH,
    BATCH_LINES
  }

  public Batch {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > 500) {
      throw new IllegalArgumentException("a batch has 1 to 500 events, not " + events.size());
    }
  }

  /** Of all its events, which a batch never mixes. */
  public Origin origin() {
    return events.getFirst().origin();
  }
}
