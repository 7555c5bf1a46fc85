package viewstream.ingestion.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Times one event's steps, each from the end of the one before. For one thread. */
public final class StepWatch {
  private final Map<Step, Timer> timers;
  private long since = System.nanoTime();

  StepWatch(Map<Step, Timer> timers) {
    this.timers = timers;
  }

  /** The step is over. */
  public void done(Step step) {
    long now = System.nanoTime();
    Timer timer = timers.get(step);
    if (timer != null) {
      timer.record(now - since, TimeUnit.NANOSECONDS);
    }
    since = now;
  }
}
