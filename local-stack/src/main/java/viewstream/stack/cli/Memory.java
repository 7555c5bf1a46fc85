package viewstream.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
final class Memory {
  private static final String RESIDENT = "VmRSS:";

  private Memory() {}

  /** Resident memory in MiB, such as {@code 312M}; a dash where the system does not tell. */
  static String resident(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.replaceAll("\\D", ""))
          .map(kib -> Long.parseLong(kib) / 1024 + "M")
          .findFirst()
          .orElse("-");
    } catch (IOException unknown) {
      return "-";
    }
  }
}
