package viewstream.system.traffic;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import viewstream.system.api.Json;
import viewstream.system.api.Reply;

/**
 * Sends batches until each one is acknowledged, as good clients do: what got no reply, or one that
 * allows it, is sent again; what was acknowledged goes into the log.
 */
public final class Sender {
  private static final int CONNECTIONS = 12;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  private final IngestClient client;
  private final EventLog log;
  private final Duration patience;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger repetitions = new AtomicInteger();

  /**
   * @param patience for how long a batch is tried
   */
  public Sender(IngestClient client, EventLog log, Duration patience) {
    this.client = client;
    this.log = log;
    this.patience = patience;
  }

  /**
   * Returns when all are acknowledged.
   *
   * @throws AssertionError when one is refused, or its good events are
   */
  public void send(List<Batch> batches) {
    try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> sent = new ArrayList<>();
      for (Batch batch : batches) {
        sent.add(
            connections.submit(
                () -> {
                  deliver(batch);
                  if (batch.twice()) {
                    deliver(batch);
                  }
                }));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
    }
  }

  /** Sends one after the other. */
  public void sendInOrder(List<Batch> batches) {
    batches.forEach(this::deliver);
  }

  /** Requests that were sent and not yet answered, at this moment. */
  public int inFlight() {
    return inFlight.get();
  }

  /** How often a batch was sent again because it was not acknowledged. */
  public int repetitions() {
    return repetitions.get();
  }

  private void deliver(Batch batch) {
    awaitYoungest(batch);
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      String answer;
      try {
        Reply reply = attempt(batch);
        if (reply.successful()) {
          log.acknowledged(batch, Instant.now());
          checkRejections(batch, reply);
          return;
        }
        if (!reply.retryable()) {
          throw new AssertionError("%s answers %s".formatted(batch.route(), reply));
        }
        answer = reply.toString();
      } catch (IOException unanswered) {
        answer = unanswered.toString();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "a batch is not acknowledged within %s: %s".formatted(patience, answer));
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      repetitions.incrementAndGet();
    }
  }

  private Reply attempt(Batch batch) throws IOException {
    inFlight.incrementAndGet();
    try {
      return client.send(batch);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** Nobody reports what is yet to happen. */
  private static void awaitYoungest(Batch batch) {
    while (batch.youngest().isAfter(Instant.now())) {
      LockSupport.parkUntil(batch.youngest().toEpochMilli() + 1);
    }
  }

  private static void checkRejections(Batch batch, Reply reply) {
    List<Event> events = batch.events();
    long malformed = events.stream().filter(event -> !event.good()).count();
    String rejected =
        reply.status() == 204
            ? reply.header("X-Events-Rejected")
            : String.valueOf(reply.json().get("rejected"));
    if (!rejected.equals(
        malformed == 0 && reply.status() == 204 ? "" : String.valueOf(malformed))) {
      throw new AssertionError(
          "%d of the events are malformed, rejected are '%s': %s"
              .formatted(malformed, rejected, reply));
    }
    if (reply.status() == 200) {
      for (Object element : (List<?>) reply.json().get("errors")) {
        Map<?, ?> error = (Map<?, ?>) element;
        Event event = events.get(((Number) error.get("index")).intValue());
        if (!String.valueOf(error.get("code")).equals(event.rejection())) {
          throw new AssertionError(
              "expected %s for %s, got %s"
                  .formatted(event.rejection(), event.json(), Json.write(error)));
        }
      }
    }
  }
}
