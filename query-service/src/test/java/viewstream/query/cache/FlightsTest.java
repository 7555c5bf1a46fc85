package viewstream.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viewstream.query.http.UnavailableException;

class FlightsTest {
  private static final int CALLERS = 100;

  private final Flights<String> flights = new Flights<>(Duration.ofSeconds(10));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch landing = new CountDownLatch(1);
  private final AtomicInteger flown = new AtomicInteger();

  @AfterEach
  void stop() {
    landing.countDown();
    threads.close();
  }

  @Test
  void letOneOfManyDoTheWork() throws Exception {
    List<Future<String>> results = callAtOnce(() -> flights.join("key", waiting("done")));

    for (Future<String> result : results) {
      assertThat(result.get()).isEqualTo("done");
    }
    assertThat(flown).hasValue(1);
  }

  @Test
  void shareAFailure() {
    Supplier<String> failing =
        () -> {
          throw new IllegalStateException(waiting("broken").get());
        };
    List<Future<String>> results = callAtOnce(() -> flights.join("key", failing));

    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("broken"));
    assertThat(flown).hasValue(1);
  }

  @Test
  void areNotHeldUpByOtherKeys() {
    threads.submit(() -> flights.join("slow", waiting("")));
    Awaitility.await().until(() -> flights.isFlying("slow"));

    assertThat(flights.join("other", () -> "done")).isEqualTo("done");
  }

  @Test
  void endBeforeTheNextBegins() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                flights.join(
                    "key",
                    () -> {
                      throw new IllegalStateException();
                    }));
    assertThat(flights.isFlying("key")).isFalse();
    assertThat(flights.join("key", () -> "done")).isEqualTo("done");
  }

  @Test
  void areNotWaitedForForEver() {
    Flights<String> impatient = new Flights<>(Duration.ofMillis(20));
    threads.submit(() -> impatient.join("key", waiting("")));
    Awaitility.await().until(() -> impatient.isFlying("key"));

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> impatient.join("key", () -> "never"));
  }

  private Supplier<String> waiting(String result) {
    return () -> {
      flown.incrementAndGet();
      try {
        landing.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return result;
    };
  }

  /** Calls from many threads, and lets the work finish once all of them have come. */
  private List<Future<String>> callAtOnce(Callable<String> call) {
    CountDownLatch arrived = new CountDownLatch(CALLERS);
    List<Thread> callers = new ArrayList<>();
    List<Future<String>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      results.add(
          threads.submit(
              () -> {
                synchronized (callers) {
                  callers.add(Thread.currentThread());
                }
                arrived.countDown();
                return call.call();
              }));
    }
    Awaitility.await()
        .until(() -> arrived.getCount() == 0 && callers.stream().allMatch(FlightsTest::isWaiting));
    landing.countDown();
    return results;
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }
}
