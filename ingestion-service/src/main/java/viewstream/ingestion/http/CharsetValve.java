package viewstream.ingestion.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Takes parameters for UTF-8, whatever charset a request names. Spring asks for that charset when
 * it writes the reply: one that Java does not have would fail a request whose events are stored
 * already.
 */
final class CharsetValve extends ValveBase {
  CharsetValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setCharacterEncoding(StandardCharsets.UTF_8);
    getNext().invoke(request, response);
  }
}
