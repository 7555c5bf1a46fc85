package viewstream.stack.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Simulated viewers who report to the ingestion service: about one event per viewer and 9 s. */
public final class DemoTraffic implements AutoCloseable {
  private static final List<String> USER_AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Safari/537.36",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Mobile Safari/537.36",
          "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0");
  private static final List<String> COUNTRIES = List.of("DE", "US", "IN", "BR", "JP", "NG");
  private static final int IN_FLIGHT = 32;
  private static final long TICK_MILLIS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final URI beacon;
  private final String writeKey;
  private final Clock clock;
  private final List<Viewer> viewers;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("demo-traffic").factory());

  public DemoTraffic(
      HttpClient client, String ingestion, String writeKey, int viewers, Clock clock) {
    this.client = client;
    this.beacon = URI.create(ingestion + "/api/v1/events/beacon");
    this.writeKey = writeKey;
    this.clock = clock;
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    Instant now = clock.instant();
    this.viewers =
        IntStream.range(0, viewers).mapToObj(number -> new Viewer(number, now, random)).toList();
  }

  public void start() {
    ticker.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Events the service has acknowledged. */
  public long accepted() {
    return accepted.get();
  }

  /** Events that were refused, or not answered; a simulated viewer does not try again. */
  public long failed() {
    return failed.get();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }

  private void tick() {
    Instant now = clock.instant();
    for (int number = 0; number < viewers.size(); number++) {
      List<String> events = viewers.get(number).events(now);
      if (!events.isEmpty()) {
        send(number, events, now);
      }
    }
  }

  private void send(int number, List<String> events, Instant now) {
    if (!inFlight.tryAcquire()) {
      failed.addAndGet(events.size());
      return;
    }
    client
        .sendAsync(request(number, events, now), HttpResponse.BodyHandlers.discarding())
        .whenComplete(
            (response, failure) -> {
              inFlight.release();
              boolean taken =
                  failure == null
                      && response.statusCode() == 204
                      && response.headers().firstValue("X-Events-Rejected").isEmpty();
              (taken ? accepted : failed).addAndGet(events.size());
            });
  }

  private HttpRequest request(int number, List<String> events, Instant now) {
    Viewer viewer = viewers.get(number);
    String body =
        """
        {"sent_at":%d,"key":"%s","context":{"user_id":"%s","session_id":"%s","platform":"web",\
        "traffic_source":"browse","location":{"country":"%s"}},"events":[%s]}"""
            .formatted(
                now.toEpochMilli(),
                writeKey,
                viewer.userId(),
                viewer.sessionId(),
                COUNTRIES.get(number % COUNTRIES.size()),
                String.join(",", events));
    return HttpRequest.newBuilder(beacon)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", USER_AGENTS.get(number % USER_AGENTS.size()))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
