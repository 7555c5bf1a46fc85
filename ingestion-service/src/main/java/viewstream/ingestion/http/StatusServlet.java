package viewstream.ingestion.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * An endpoint that is posted to and answers with a status alone. Nearly all requests are of this
 * kind, and most are small: to dispatch one by Spring MVC would cost more than to take it. What
 * goes wrong becomes a problem as it does everywhere.
 */
public abstract class StatusServlet extends HttpServlet {
  private static final String POST = HttpMethod.POST.name();

  private final String path;
  private final transient HandlerExceptionResolver problems;
  private final transient RequestTimes times;

  /**
   * @param path as the description of the API writes it
   */
  protected StatusServlet(String path, HandlerExceptionResolver problems, MeterRegistry meters) {
    this.path = path;
    this.problems = problems;
    this.times = new RequestTimes(meters, path);
  }

  /** The path as the description of the API writes it. */
  public final String path() {
    return path;
  }

  /** Takes a request; when this returns, the caller may forget what it sent. */
  protected abstract void take(HttpServletRequest request, HttpServletResponse reply)
      throws Exception;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse reply)
      throws ServletException, IOException {
    long begin = System.nanoTime();
    try {
      answer(request, reply);
    } finally {
      times.record(request.getMethod(), reply.getStatus(), System.nanoTime() - begin);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse reply)
      throws ServletException {
    try {
      switch (request.getMethod()) {
        case "POST" -> {
          take(request, reply);
          reply.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        case "OPTIONS" -> reply.setHeader("Allow", "POST,OPTIONS");
        default ->
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(POST));
      }
    } catch (Exception refused) {
      if (problems.resolveException(request, reply, null, refused) == null) {
        throw new ServletException(refused);
      }
    }
  }
}
