package viewstream.flink.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import viewstream.flink.sink.Destination;
import viewstream.flink.sink.RetryableException;

/** Inserts batches of RowBinary rows over ClickHouse's HTTP interface. */
final class ClickHouseDestination implements Destination {
  private static final String DATABASE = "viewstream";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration INSERT_TIMEOUT = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final HttpClient client;
  private final URI address;
  private final Map<String, String> credentials;

  /**
   * @param url of the server, for example {@code http://user:password@127.0.0.1:8123}
   * @param insert a statement of {@link Table#insert}
   */
  ClickHouseDestination(String url, String insert) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    URI server = URI.create(url);
    this.credentials = credentials(server.getUserInfo());
    // Deduplication of blocks is not crash-safe: the token may be logged and the rows lost.
    this.address =
        server.resolve(
            "/?database="
                + DATABASE
                + "&insert_deduplicate=0&query="
                + URLEncoder.encode(insert, StandardCharsets.UTF_8));
  }

  @Override
  public CompletableFuture<Void> write(byte[] rows) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(INSERT_TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(rows));
    credentials.forEach(request::header);
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .handle(ClickHouseDestination::outcome);
  }

  private static Map<String, String> credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return Map.of();
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? Map.of("X-ClickHouse-User", userInfo)
        : Map.of(
            "X-ClickHouse-User", userInfo.substring(0, colon),
            "X-ClickHouse-Key", userInfo.substring(colon + 1));
  }

  private static @Nullable Void outcome(HttpResponse<String> reply, @Nullable Throwable failed) {
    if (failed != null) {
      Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
      if (cause instanceof IOException) {
        throw new RetryableException("no answer (" + cause + ")", cause);
      }
      throw new CompletionException(cause);
    }
    if (reply.statusCode() != OK) {
      throw ClickHouseErrors.classify(reply);
    }
    return null;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
