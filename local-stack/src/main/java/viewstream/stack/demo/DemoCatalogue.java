package viewstream.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import viewstream.stack.StackException;

/** Puts the demo's videos into the catalogue, as a server of the platform would. */
public final class DemoCatalogue {
  private final HttpClient client;
  private final String ingestion;
  private final String secretKey;

  public DemoCatalogue(HttpClient client, String ingestion, String secretKey) {
    this.client = client;
    this.ingestion = ingestion;
    this.secretKey = secretKey;
  }

  /**
   * Puts all of them; what is there already is overwritten.
   *
   * @throws StackException when the service refuses one
   */
  public void put() throws IOException, InterruptedException {
    for (DemoVideo video :
        Stream.concat(Stream.of(DemoVideo.ON_PAGE), DemoVideo.OTHERS.stream()).toList()) {
      put(video);
    }
  }

  private void put(DemoVideo video) throws IOException, InterruptedException {
    String body =
        """
        {"channel_id": "%s", "title": "%s", "duration_ms": %d}
        """
            .formatted(video.channel(), video.title(), video.durationMs());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ingestion + "/api/v1/catalog/videos/" + video.id()))
            .header("Authorization", "Bearer " + secretKey)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new StackException("the catalogue did not take a video: " + response.body());
    }
  }
}
