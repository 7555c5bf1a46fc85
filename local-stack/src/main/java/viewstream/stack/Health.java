package viewstream.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import viewstream.stack.process.Service;

/** Waits for a service to become healthy. */
final class Health {
  private static final long PAUSE_MILLIS = 150;
  private static final int LINES = 15;

  private Health() {}

  /**
   * Returns as soon as the service is healthy.
   *
   * @param log its end becomes part of the message when it does not
   * @throws StackException when it fails or the time is over
   */
  static void await(Service service, Duration patience, Path log) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!service.isHealthy()) {
      if (service.failure().isPresent()) {
        throw new StackException(service.failure().get() + end(log));
      }
      if (System.nanoTime() > deadline) {
        throw new StackException(
            service.name() + " was not healthy within " + patience.toSeconds() + " s" + end(log));
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        throw new StackException("interrupted while waiting for " + service.name(), hurried);
      }
    }
  }

  private static String end(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
      return "; the end of its log:\n" + String.join("\n", last);
    } catch (IOException absent) {
      return "";
    }
  }
}
