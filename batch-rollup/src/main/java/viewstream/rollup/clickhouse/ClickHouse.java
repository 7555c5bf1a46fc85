package viewstream.rollup.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse over its HTTP interface. A statement is sent once: an {@code INSERT … SELECT} that a
 * driver repeats by itself writes its rows twice.
 */
public final class ClickHouse implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient client;
  private final URI server;
  private final URI address;
  private final StatementLimits limits;

  /**
   * @param url for example {@code http://user:password@127.0.0.1:8123}
   */
  public ClickHouse(String url, StatementLimits limits) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    this.server = URI.create(url);
    this.limits = limits;
    this.address =
        server.resolve(
            limits.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + encode(setting.getValue()))
                .collect(Collectors.joining("&", "/?default_format=TabSeparated&", "")));
  }

  /**
   * Runs a statement to its end.
   *
   * @throws ClickHouseException if ClickHouse refuses it or does not answer
   */
  public void execute(String sql) {
    rows(sql);
  }

  /**
   * All rows of a query, each the texts of its columns; none of them may hold a tab.
   *
   * @throws ClickHouseException if ClickHouse refuses it or does not answer
   */
  public List<List<String>> rows(String sql) {
    List<List<String>> rows = new ArrayList<>();
    each(sql, rows::add);
    return rows;
  }

  /** The same, one row after the other, for results that do not fit into memory. */
  public void each(String sql, Consumer<List<String>> row) {
    try {
      HttpResponse<Stream<String>> reply =
          client.send(request(sql), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = reply.body()) {
        if (reply.statusCode() != OK) {
          throw refused(lines.findFirst().orElse("status " + reply.statusCode()));
        }
        lines.forEach(line -> row.accept(List.of(line.split("\t", -1))));
      }
    } catch (IOException failed) {
      throw new ClickHouseException(
          "ClickHouse at %s:%d does not answer (%s): start it, or name another with --clickhouse-url"
              .formatted(server.getHost(), server.getPort(), reason(failed)),
          failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ClickHouseException("interrupted while waiting for ClickHouse", stopped);
    }
  }

  private HttpRequest request(String sql) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.time())
            .POST(HttpRequest.BodyPublishers.ofString(sql));
    credentials(server.getUserInfo()).forEach(request::header);
    return request.build();
  }

  private static Map<String, String> credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return Map.of();
    }
    String[] parts = userInfo.split(":", 2);
    return parts.length == 1
        ? Map.of("X-ClickHouse-User", parts[0])
        : Map.of("X-ClickHouse-User", parts[0], "X-ClickHouse-Key", parts[1]);
  }

  private static ClickHouseException refused(String answer) {
    return new ClickHouseException("ClickHouse refuses: " + answer, null);
  }

  private static String reason(IOException failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
