package viewstream.ingestion.fire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import viewstream.ingestion.running.Ingestion;

/**
 * Players that report at a steady pace and never repeat: whatever the reply, the next events are
 * new. One request in twenty has a key that nobody has.
 */
final class Load implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int EVENTS = 10;
  private static final int WRONG_KEY_EVERY = 20;

  private final URI target;
  private final Duration pause;
  private final Ledger ledger;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean ends;

  /**
   * Begins.
   *
   * @param port of the service
   * @param players how many send at the same time
   * @param pause of each between two requests
   */
  Load(int port, int players, Duration pause, Ledger ledger) {
    this.target = URI.create("http://127.0.0.1:" + port + "/api/v1/events/batch");
    this.pause = pause;
    this.ledger = ledger;
    for (int player = 0; player < players; player++) {
      senders.submit(this::play);
    }
  }

  /** Lets the players play. */
  void goOnFor(Duration time) throws InterruptedException {
    senders.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void play() {
    for (int number = 1; !ends; number++) {
      send(Stream.generate(UUID::randomUUID).limit(EVENTS).toList(), number);
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private void send(List<UUID> events, int number) {
    boolean wrongKey = number % WRONG_KEY_EVERY == 0;
    long begin = System.nanoTime();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(target)
              .header("X-Write-Key", wrongKey ? "wk_nobody" : Ingestion.WRITE_KEY)
              .header("Content-Type", "application/json")
              .timeout(PATIENCE)
              .POST(HttpRequest.BodyPublishers.ofString(body(events)))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      if (wrongKey) {
        ledger.refused(events, status);
      } else {
        ledger.replied(events, status, millis);
      }
    } catch (IOException failed) {
      ledger.failed(events, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ends = true;
      ledger.failed(events, interrupted);
    }
  }

  private static String body(List<UUID> events) {
    long now = System.currentTimeMillis();
    return events.stream()
        .map(
            id ->
                "{\"type\":\"play\",\"video_id\":\"v-%d\",\"event_id\":\"%s\",\"timestamp\":%d}"
                    .formatted(Math.floorMod(id.hashCode(), 100), id, now))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Returns when all requests have ended. */
  @Override
  public void close() {
    ends = true;
    senders.close();
    client.close();
  }
}
