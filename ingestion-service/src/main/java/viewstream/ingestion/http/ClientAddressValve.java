package viewstream.ingestion.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import viewstream.ingestion.network.Proxies;

/** Makes the client's address the request's, before anybody asks for it. */
final class ClientAddressValve extends ValveBase {
  private final Proxies proxies;

  ClientAddressValve(Proxies proxies) {
    super(true);
    this.proxies = proxies;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setRemoteAddr(
        proxies.client(
            request.getRemoteAddr(),
            values(request, "X-Forwarded-For"),
            values(request, "Forwarded")));
    getNext().invoke(request, response);
  }

  private static List<String> values(Request request, String header) {
    return Collections.list(request.getHeaders(header));
  }
}
