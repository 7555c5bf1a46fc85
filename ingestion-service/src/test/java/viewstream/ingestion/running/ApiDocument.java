package viewstream.ingestion.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API as it is kept beside the sources. */
public final class ApiDocument {
  /** Headers of every reply, whoever gives it. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "accept-ranges",
          "connection",
          "content-length",
          "content-type",
          "date",
          "keep-alive",
          "transfer-encoding",
          "vary");

  private final String text;
  private final JsonNode root;

  public ApiDocument() {
    try {
      text = Files.readString(Path.of("openapi.json"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    root = JsonMapper.shared().readTree(text);
  }

  /** All of it, to the byte. */
  public String text() {
    return text;
  }

  public JsonNode root() {
    return root;
  }

  /**
   * The headers that an operation's replies of a status may carry, in small letters.
   *
   * @throws AssertionError if the operation or the status is not described
   */
  public Set<String> headers(String method, String path, int status) {
    JsonNode reply = root.path("paths").path(path).path(method).path("responses").path("" + status);
    if (reply.has("$ref")) {
      reply = root.at(reply.get("$ref").stringValue().substring(1));
    }
    return headers(reply, method + " " + path + " " + status);
  }

  /** The headers of a reply that stands among the components. */
  public Set<String> headers(String component) {
    return headers(root.at("/components/responses/" + component), component);
  }

  /** The headers that a reply carries besides those of HTTP and of calls across origins. */
  public static Set<String> headers(HttpResponse<?> reply) {
    return reply.headers().map().keySet().stream()
        .map(ApiDocument::small)
        .filter(name -> !OF_HTTP.contains(name) && !name.startsWith("access-control-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> headers(JsonNode reply, String what) {
    if (reply.isMissingNode()) {
      throw new AssertionError("openapi.json does not describe " + what);
    }
    return reply.path("headers").propertyNames().stream()
        .map(ApiDocument::small)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
