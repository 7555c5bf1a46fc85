package viewstream.system.traffic;

import java.util.List;

/**
 * What a scenario sends.
 *
 * @param batches in the order of sending
 * @param afterwards to be sent when all of {@code batches} are acknowledged: their effect depends
 *     on having come second
 */
public record Traffic(List<Video> videos, List<Batch> batches, List<Batch> afterwards) {

  /** The good events, each once. */
  public List<Event> goodEvents() {
    return java.util.stream.Stream.of(batches, afterwards)
        .flatMap(List::stream)
        .flatMap(batch -> batch.events().stream())
        .filter(Event::good)
        .distinct()
        .toList();
  }
}
