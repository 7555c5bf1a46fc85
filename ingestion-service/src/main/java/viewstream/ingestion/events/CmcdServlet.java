package viewstream.ingestion.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.NoHandlerFoundException;
import viewstream.ingestion.http.StatusServlet;

/**
 * Takes reports of players that speak CMCD. They look at nothing but the status, and some give a
 * target up for good after a 4xx: a bad report is no reason for one.
 */
@Component
@ServletRegistration(urlMappings = "/api/v1/cmcd/*", loadOnStartup = 1)
final class CmcdServlet extends StatusServlet {
  static final String PATH = "/api/v1/cmcd/{write_key}";

  private final transient EventReception reception;

  CmcdServlet(
      EventReception reception,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      MeterRegistry meters) {
    super(PATH, problems, meters);
    this.reception = reception;
  }

  @Override
  protected void take(HttpServletRequest request, HttpServletResponse reply)
      throws NoHandlerFoundException {
    reception.receiveCmcd(request, reply, writeKey(request));
  }

  private static String writeKey(HttpServletRequest request) throws NoHandlerFoundException {
    @Nullable String path = request.getPathInfo();
    if (path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw new NoHandlerFoundException(
          request.getMethod(), request.getRequestURI(), HttpHeaders.EMPTY);
    }
    return path.substring(1);
  }
}
