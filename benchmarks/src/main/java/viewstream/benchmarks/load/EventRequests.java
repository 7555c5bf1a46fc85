package viewstream.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import viewstream.system.traffic.Event;
import viewstream.system.traffic.Generator;
import viewstream.system.traffic.Origin;
import viewstream.system.traffic.Scenario;
import viewstream.system.traffic.Traffic;
import viewstream.system.traffic.Video;

/**
 * The traffic of the system tests as players with right clocks send it, in batches of one size.
 *
 * @param videos that it is about
 * @param requests each with exactly {@code batch} events
 */
public record EventRequests(List<Video> videos, int batch, List<byte[]> requests) {
  public EventRequests {
    videos = List.copyOf(videos);
    requests = List.copyOf(requests);
  }

  /**
   * Generates a scenario and packs the good events of browsers and apps.
   *
   * @param address of the ingestion service
   */
  public static EventRequests generate(
      Scenario scenario, int batch, String address, String writeKey) {
    Traffic traffic = Generator.generate(scenario);
    Map<Origin, List<Event>> open = new LinkedHashMap<>();
    List<byte[]> requests = new ArrayList<>();
    for (Event event : traffic.goodEvents()) {
      Origin origin = event.origin();
      if (origin.secret() || !origin.context().isEmpty() || !origin.clockSkew().isZero()) {
        continue;
      }
      List<Event> events = open.computeIfAbsent(origin, unseen -> new ArrayList<>());
      events.add(event);
      if (events.size() == batch) {
        requests.add(request(open.remove(origin), address, writeKey));
      }
    }
    return new EventRequests(traffic.videos(), batch, requests);
  }

  private static byte[] request(List<Event> events, String address, String writeKey) {
    String body = events.stream().map(Event::json).collect(Collectors.joining(",", "[", "]"));
    Map<String, String> headers =
        Map.of(
            "User-Agent",
            events.getFirst().origin().userAgent(),
            "Content-Type",
            "application/json",
            "X-Write-Key",
            writeKey);
    return Requests.post(
        address, "/api/v1/events/beacon", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** How many events there are in all. */
  public int events() {
    return batch * requests.size();
  }
}
