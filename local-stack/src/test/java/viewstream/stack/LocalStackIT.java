package viewstream.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LocalStackIT {
  private static final String SCHEMA = "{\"schema\": \"\\\"string\\\"\"}";

  @Test
  void startsSideBySideAndComesBackAfterKill() throws Exception {
    try (LocalStack stack = LocalStack.start(Part.KAFKA, Part.REDIS, Part.REGISTRY);
        LocalStack other = LocalStack.start(Part.REDIS)) {
      assertThat(stack.address(Part.REDIS)).isNotEqualTo(other.address(Part.REDIS));
      register(stack);

      stack.kill(Part.KAFKA);
      stack.kill(Part.REGISTRY);
      stack.kill(Part.REDIS);
      stack.awaitHealthy();

      assertThat(get(stack.address(Part.REGISTRY) + "/subjects")).contains("greeting-value");
    }
  }

  private static void register(LocalStack stack) throws Exception {
    URI uri = URI.create(stack.address(Part.REGISTRY) + "/subjects/greeting-value/versions");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  private static String get(String url) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).build()).body();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
