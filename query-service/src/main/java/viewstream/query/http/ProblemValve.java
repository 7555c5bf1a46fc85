package viewstream.query.http;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Makes a problem of what Tomcat refuses by itself, such as a URL that cannot be decoded. Public,
 * with a constructor, because Tomcat makes it by its name.
 */
public final class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ErrorCode code = ErrorCode.of(status);
    String reason = code.status().getReasonPhrase();
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    try {
      PrintWriter body = response.getReporter();
      if (body != null) {
        body.write(
            "{\"title\":\"%s\",\"status\":%d,\"detail\":\"the request cannot be read\",\"code\":\"%s\"}"
                .formatted(reason, status, code.code()));
        response.finishResponse();
      }
    } catch (IOException gone) {
      // The client has left; there is nobody to tell.
      getContainer().getLogger().debug(reason, gone);
    }
  }
}
