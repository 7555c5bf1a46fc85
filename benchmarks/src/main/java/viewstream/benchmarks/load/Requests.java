package viewstream.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Whole HTTP requests, ready to be written to a socket. */
public final class Requests {
  private Requests() {}

  public static byte[] post(String address, String path, Map<String, String> headers, byte[] body) {
    return request("POST", address, path, headers, body);
  }

  public static byte[] get(String address, String path, Map<String, String> headers) {
    return request("GET", address, path, headers, new byte[0]);
  }

  private static byte[] request(
      String method, String address, String path, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(URI.create(address).getAuthority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (body.length > 0) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
