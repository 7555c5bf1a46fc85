package viewstream.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be recognised later: process ids are used again, an id with its start time is
 * not.
 *
 * @param pid the process id
 * @param started when the process started
 */
public record ProcessRecord(long pid, Instant started) {
  /** The start time is derived from the wall clock, which may be adjusted between two readings. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /** The record of a running process; empty when it has ended already. */
  public static Optional<ProcessRecord> of(ProcessHandle process) {
    return process.info().startInstant().map(start -> new ProcessRecord(process.pid(), start));
  }

  /** Reads what {@link #toString} wrote; empty when the text is damaged. */
  static Optional<ProcessRecord> parse(String text) {
    String[] words = text.strip().split(" ", 2);
    try {
      return Optional.of(new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1])));
    } catch (RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** The process, if it still runs; never another one that was given the same id. */
  public Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  private boolean startedThen(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
        .orElse(false);
  }

  @Override
  public String toString() {
    return pid + " " + started;
  }
}
