package viewstream.system.api;

import java.net.http.HttpHeaders;
import java.util.Map;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String body) {

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    return Json.object(body);
  }

  /** A header, or the empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public boolean successful() {
    return status / 100 == 2;
  }

  /** Whether the contract lets a client send the same again. */
  public boolean retryable() {
    return status == 429 || status >= 500;
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
