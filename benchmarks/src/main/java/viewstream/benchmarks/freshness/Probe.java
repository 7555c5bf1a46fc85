package viewstream.benchmarks.freshness;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.stack.Part;
import viewstream.system.api.Http;
import viewstream.system.api.Json;
import viewstream.system.api.Reply;

/**
 * Views a video again and again, and takes the time from each acknowledgement until the view shows.
 *
 * @param fleet that is asked
 * @param video that nobody else views
 * @param place where the views are to show
 */
record Probe(Fleet fleet, String video, Place place) implements Callable<List<Double>> {
  private static final Duration DURATION = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final long POLL_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 1_500;

  /** A robot's views do not count, so it passes for a person. */
  private static final String USER_AGENT =
      "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";

  /** Where nobody else is, so that its trending list has room for every probe. */
  static final String COUNTRY = "IS";

  /** Where a view can be seen; asked for how many it shows. */
  interface Place {
    long views(String video) throws IOException;
  }

  /** Seconds from acknowledged to visible. */
  @Override
  public List<Double> call() throws Exception {
    List<Double> seconds = new ArrayList<>();
    long end = System.nanoTime() + DURATION.toNanos();
    for (int views = 1; System.nanoTime() < end; views++) {
      // At any phase of all that happens at intervals.
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
      view();
      long acknowledged = System.nanoTime();
      while (place.views(video) < views) {
        if (System.nanoTime() - acknowledged > PATIENCE.toNanos()) {
          throw new TimeoutException("a view of " + video + " does not show");
        }
        Thread.sleep(POLL_MILLIS);
      }
      seconds.add((System.nanoTime() - acknowledged) / 1e9);
    }
    return seconds;
  }

  private void view() throws IOException {
    String event =
        Json.write(
            Map.of(
                "type",
                "view",
                "timestamp",
                Instant.now().toString(),
                "video_id",
                video,
                "location",
                Map.of("country", COUNTRY),
                "event_id",
                UUID.randomUUID().toString(),
                "watched_ms",
                4_000));
    Map<String, String> headers =
        Map.of(
            "X-Write-Key",
            fleet.stack().secrets().writeKey(),
            "User-Agent",
            USER_AGENT,
            "Content-Type",
            "application/json");
    Reply reply =
        new Http(fleet.address(Part.INGESTION))
            .post("/api/v1/events/beacon", headers, "[" + event + "]");
    if (!reply.successful() || !reply.header("X-Events-Rejected").isEmpty()) {
      throw new IOException("a view is answered " + reply);
    }
  }
}
