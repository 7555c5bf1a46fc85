package viewstream.ingestion.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads what a service tells Prometheus. */
public final class Metrics {
  private Metrics() {}

  /**
   * The sum of all lines of this metric.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double read(URI page, String name) {
    double[] values =
        text(page)
            .lines()
            .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException("there is no metric " + name);
    }
    return java.util.Arrays.stream(values).sum();
  }

  private static String text(URI page) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
