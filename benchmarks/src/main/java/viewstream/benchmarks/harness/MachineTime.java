package viewstream.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** What all processors of this machine have spent on work. */
final class MachineTime {
  private static final Path STAT = Path.of("/proc/stat");
  private static final long MILLIS_PER_TICK = 10;

  private MachineTime() {}

  /** Time since the machine was started; zero where the system does not tell. */
  static Duration busy() {
    try (var lines = Files.lines(STAT)) {
      return parse(lines.findFirst().orElse(""));
    } catch (IOException unknown) {
      return Duration.ZERO;
    }
  }

  /** Of {@code cpu user nice system idle iowait irq softirq steal guest guest_nice}. */
  static Duration parse(String line) {
    String[] words = line.split("\\s+");
    if (words.length < 9) {
      return Duration.ZERO;
    }
    long ticks =
        LongStream.of(1, 2, 3, 6, 7, 8).map(field -> Long.parseLong(words[(int) field])).sum();
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }
}
