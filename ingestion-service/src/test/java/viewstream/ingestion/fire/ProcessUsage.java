package viewstream.ingestion.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process takes, from {@code /proc}.
 *
 * @param residentBytes memory that it has of the machine
 * @param cpu processor time since it started
 */
record ProcessUsage(long residentBytes, Duration cpu) {
  private static final String RESIDENT = "VmRSS:";

  static ProcessUsage of(ProcessHandle process) {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
      String resident =
          status.stream().filter(line -> line.startsWith(RESIDENT)).findAny().orElseThrow();
      long kib = Long.parseLong(resident.replaceAll("\\D+", ""));
      return new ProcessUsage(kib << 10, process.info().totalCpuDuration().orElse(Duration.ZERO));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
