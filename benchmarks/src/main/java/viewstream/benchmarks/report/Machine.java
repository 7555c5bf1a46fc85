package viewstream.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import viewstream.stack.Checkout;

/**
 * Where and when something was measured.
 *
 * @param load average number of running processes over the minute before; negative when unknown
 * @param commit of the checkout, with a {@code +} when it holds more than was committed
 */
public record Machine(
    Instant time,
    String processor,
    int cores,
    double load,
    String jdk,
    String system,
    String commit) {

  /** This machine, now. */
  public static Machine now() {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        readProcessor(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        readCommit());
  }

  @Override
  public String toString() {
    return "%s · %s, %d cores, load %.2f before · %s · %s · commit %s"
        .formatted(time, processor, cores, load, jdk, system, commit);
  }

  private static String readProcessor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unknown) {
      return System.getProperty("os.arch");
    }
  }

  private static String readCommit() {
    String head = git("rev-parse", "--short", "HEAD");
    return git("status", "--porcelain").isEmpty() ? head : head + "+";
  }

  private static String git(String... words) {
    String[] command = new String[words.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = Checkout.locate().root().toString();
    System.arraycopy(words, 0, command, 3, words.length);
    try {
      Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader answer = git.inputReader()) {
        return String.join("", answer.lines().limit(1).toList());
      }
    } catch (IOException absent) {
      return "unknown";
    }
  }
}
