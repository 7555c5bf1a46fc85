package viewstream.query.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as a client does. */
public final class Api {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  public Api(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /** Without a token. */
  public Answer get(String path) {
    return call("GET", path, Map.of());
  }

  /** With a token. */
  public Answer get(String path, String token) {
    return call("GET", path, Map.of("Authorization", "Bearer " + token));
  }

  public Answer call(String method, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new IllegalStateException(path, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, stopped);
    }
  }

  /** A reply, with its body as JSON. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The value at a JSON pointer. */
    public JsonNode at(String pointer) {
      return json().at(pointer);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** Status and code of a problem reply, for one assertion. */
    public String problem() {
      return status() + " " + at("/code").asString();
    }
  }
}
