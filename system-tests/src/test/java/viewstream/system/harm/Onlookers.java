package viewstream.system.harm;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import viewstream.system.api.QueryApi;
import viewstream.system.traffic.Video;

/** Readers of counters and dashboards who do not care whether somebody answers. */
public final class Onlookers implements AutoCloseable {
  private static final int READERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final QueryApi api;
  private final List<Video> videos;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private volatile boolean closed;

  public Onlookers(QueryApi api, List<Video> videos) {
    this.api = api;
    this.videos = List.copyOf(videos);
    for (int reader = 0; reader < READERS; reader++) {
      Random random = new Random(reader);
      Thread.ofVirtual().name("onlooker-" + reader).start(() -> read(random));
    }
  }

  /** Requests that were sent and not yet answered, at this moment. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Requests that were answered. */
  public int answers() {
    return answers.get();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void read(Random random) {
    while (!closed) {
      String video = videos.get(random.nextInt(videos.size())).id();
      inFlight.incrementAndGet();
      try {
        if (random.nextBoolean()) {
          api.counter(video);
        } else {
          api.video(video);
        }
        answers.incrementAndGet();
      } catch (RuntimeException nobodyAnswers) {
        // Somebody will.
      } finally {
        inFlight.decrementAndGet();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
