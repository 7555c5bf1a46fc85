package viewstream.benchmarks.harness;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures blocks of work: time on the wall, and the CPU time of every subject apart. */
public final class Meter {
  private final List<Subject> subjects;

  /**
   * @param subjects all processes that take part; what others spend is called foreign
   */
  public Meter(List<Subject> subjects) {
    this.subjects = List.copyOf(subjects);
  }

  /** Prepares a block, measures it and tidies up after it. */
  public Measurement measure(Work work) throws Exception {
    work.prepare();
    try {
      return measured(work);
    } finally {
      work.tidy();
    }
  }

  private Measurement measured(Work work) throws Exception {
    Reading before = read();
    Done done = work.run();
    Reading after = read();
    Map<String, Duration> cpu = new LinkedHashMap<>();
    Duration known = after.own.minus(before.own);
    for (Subject subject : subjects) {
      Duration spent = after.cpu.get(subject.name()).minus(before.cpu.get(subject.name()));
      if (spent.isNegative()) {
        throw new IllegalStateException(subject.name() + ": was started again during a block");
      }
      cpu.put(subject.name(), spent);
      known = known.plus(spent);
    }
    Duration foreign = after.machine.minus(before.machine).minus(known);
    return new Measurement(done, Duration.ofNanos(after.nanos - before.nanos), cpu, foreign);
  }

  private Reading read() {
    Map<String, Duration> cpu = new LinkedHashMap<>();
    subjects.forEach(subject -> cpu.put(subject.name(), subject.cpu()));
    Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return new Reading(System.nanoTime(), MachineTime.busy(), own, cpu);
  }

  /** All clocks at one moment. */
  private record Reading(long nanos, Duration machine, Duration own, Map<String, Duration> cpu) {}
}
