package viewstream.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String PATH = "/api/v1/events/beacon";
  private static final String JSON = "application/json";

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

  /**
   * The same events as a server reports them, which speaks for its viewers' user agents.
   *
   * @param userAgents how many different ones; the events have them in turn
   */
  public static EventRequests generateForServer(
      Scenario scenario, int batch, String address, String secretKey, int userAgents) {
    Traffic traffic = Generator.generate(scenario);
    List<byte[]> requests = new ArrayList<>();
    List<String> events = new ArrayList<>();
    int agent = 0;
    for (Event event : traffic.goodEvents()) {
      if (event.origin().secret() || !event.origin().clockSkew().isZero()) {
        continue;
      }
      events.add(spokenFor(event.json(), agent++ % userAgents));
      if (events.size() == batch) {
        requests.add(
            Requests.post(
                address,
                PATH,
                Map.of("Authorization", "Bearer " + secretKey, "Content-Type", JSON),
                body(events)));
        events.clear();
      }
    }
    return new EventRequests(traffic.videos(), batch, requests);
  }

  private static String spokenFor(String event, int agent) {
    return "{\"user_agent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + " Chrome/140.0.0."
        + agent
        + " Safari/537.36\","
        + event.substring(1);
  }

  private static byte[] body(List<String> events) {
    return ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] request(List<Event> events, String address, String writeKey) {
    Map<String, String> headers =
        Map.of(
            "User-Agent",
            events.getFirst().origin().userAgent(),
            "Content-Type",
            JSON,
            "X-Write-Key",
            writeKey);
    return Requests.post(address, PATH, headers, body(events.stream().map(Event::json).toList()));
  }

  /** How many events there are in all. */
  public int events() {
    return batch * requests.size();
  }
}
