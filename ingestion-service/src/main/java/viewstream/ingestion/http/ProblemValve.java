package viewstream.ingestion.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Answers what never gets as far as a controller, such as a URL that is none, in the form of all
 * other refusals.
 */
final class ProblemValve extends ErrorReportValve {
  private final IngestionMetrics metrics;

  ProblemValve(IngestionMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Refusal refusal =
        switch (status) {
          case 405 -> Refusal.METHOD_NOT_ALLOWED;
          case 501, 505 -> Refusal.INVALID_PARAMETER; // of HTTP itself, and the client's fault
          default -> status < 500 ? Refusal.INVALID_PARAMETER : Refusal.INTERNAL_ERROR;
        };
    metrics.requestRefused(refusal.code());
    String problem =
        """
        {"status":%d,"title":"Refused","code":"%s","detail":"This is not HTTP as it should be."}
        """
            .formatted(status, refusal.code());
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(problem.strip().getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException gone) {
      // the caller does not listen any more
    }
  }
}
