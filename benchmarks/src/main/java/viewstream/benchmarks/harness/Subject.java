package viewstream.benchmarks.harness;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A process, with all that descend from it, whose CPU time is reported under a name.
 *
 * @param name such as {@code kafka}
 * @param root the process as it is now; asked for at every reading
 */
public record Subject(String name, Supplier<ProcessHandle> root) {

  /** The process this code runs in. */
  public static Subject self(String name) {
    return new Subject(name, ProcessHandle::current);
  }

  /**
   * User and system time that the tree has spent so far, to the kernel's 10 ms.
   *
   * @throws IllegalStateException when the process has ended or the system does not tell
   */
  Duration cpu() {
    ProcessHandle process = root.get();
    return Stream.concat(Stream.of(process), process.descendants())
        .map(one -> one.info().totalCpuDuration())
        .map(
            spent ->
                spent.orElseThrow(
                    () -> new IllegalStateException(name + ": its CPU time cannot be read")))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
