package viewstream.benchmarks.harness;

import java.time.Duration;
import java.util.Map;

/**
 * One block, measured.
 *
 * @param done what it got done
 * @param wall how long it took
 * @param cpu what each subject spent meanwhile, by name
 * @param foreign what the machine spent on processes that are no subjects
 */
public record Measurement(Done done, Duration wall, Map<String, Duration> cpu, Duration foreign) {
  public Measurement {
    cpu = Map.copyOf(cpu);
  }

  /** CPU time of a subject per unit of work, in microseconds. */
  public double cpuMicros(String subject) {
    return spent(subject).toNanos() / 1e3 / done.units();
  }

  /** CPU time of a subject, in seconds. */
  public double cpuSeconds(String subject) {
    return spent(subject).toNanos() / 1e9;
  }

  /** Units of work per second. */
  public double perSecond() {
    return done.units() / (wall.toNanos() / 1e9);
  }

  /**
   * Something that the block found out itself.
   *
   * @throws IllegalArgumentException when it did not
   */
  public double figure(String name) {
    Double value = done.figures().get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + ": not among " + done.figures().keySet());
    }
    return value;
  }

  /** Cores that were busy with something else; the kernel's ticks make it coarse. */
  public double foreignCores() {
    return Math.max(0, (double) foreign.toNanos() / wall.toNanos());
  }

  private Duration spent(String subject) {
    Duration spent = cpu.get(subject);
    if (spent == null) {
      throw new IllegalArgumentException(subject + ": not among " + cpu.keySet());
    }
    return spent;
  }
}
