package viewstream.ingestion.cmcd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a player sent while it played.
 *
 * @param player its name
 * @param version its version
 * @param requests in the order in which they were answered
 */
record Transcript(String player, String version, List<Request> requests) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * One request.
   *
   * @param at when it came, milliseconds since 1970
   * @param status of the reply; null where it was not kept
   * @param body as it was sent
   */
  record Request(long at, @Nullable Integer status, String body) {
    Stream<String> lines() {
      return body.lines().filter(line -> !line.isBlank());
    }
  }

  /** One of those that are kept beside the tests. */
  static Transcript load(String name) {
    try (InputStream in = Transcript.class.getResourceAsStream(name + ".json")) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Transcript read(String json) {
    return JSON.readValue(json, Transcript.class);
  }

  /** The reports of all requests. */
  List<String> lines() {
    return requests.stream().flatMap(Request::lines).toList();
  }

  /** The name of its file, without the ending. */
  @Override
  public String toString() {
    return player + '-' + version;
  }
}
