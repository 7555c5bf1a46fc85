package viewstream.ingestion.http;

import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.publish.PublishException;
import viewstream.ingestion.validation.InvalidEventException;

/** The one place where what went wrong becomes a status. */
@RestControllerAdvice
class ErrorReplies {
  private static final Logger log = LoggerFactory.getLogger(ErrorReplies.class);

  private final IngestionMetrics metrics;

  ErrorReplies(IngestionMetrics metrics) {
    this.metrics = metrics;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RefusedException refused) {
    metrics.requestRefused(refused.refusal().code());
    return Problems.reply(refused);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(InvalidEventException invalid) {
    metrics.requestRefused(invalid.reason().code());
    return Problems.rejected(invalid.reason().code(), invalid.field(), invalid.detail());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notPublished(PublishException failed) {
    if (failed.retryable()) {
      log.debug("Kafka did not take a request's records", failed);
      return reply(Refusal.UNAVAILABLE, "Nothing was acknowledged; send the same again later.");
    }
    return bug(failed);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException wrong) {
    return reply(Refusal.INVALID_PARAMETER, wrong.getName() + " must be true or false.");
  }

  /** What stands in it may be a person's name: it is not even logged. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> undecodable(InvalidParameterException undecodable) {
    return reply(Refusal.INVALID_PARAMETER, "Encode the URL's parameters, with % and two digits.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unknownPath(NoHandlerFoundException unknown) {
    return reply(Refusal.NOT_FOUND, "There is nothing at this path; see /openapi.json.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
    Set<HttpMethod> allowed = wrong.getSupportedHttpMethods();
    ResponseEntity<ProblemDetail> reply =
        reply(Refusal.METHOD_NOT_ALLOWED, "Use one of the methods in the Allow header.");
    if (allowed == null) {
      return reply;
    }
    var headers = new HttpHeaders(reply.getHeaders());
    headers.setAllow(allowed);
    return new ResponseEntity<>(reply.getBody(), headers, reply.getStatusCode());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> other(Exception other) {
    if (hungUp(other)) {
      return null; // there is nobody to answer, and nothing to mend
    }
    if (other instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
      return reply(Refusal.INVALID_PARAMETER, "The request cannot be understood; see the API.");
    }
    return bug(other);
  }

  /** Whether the reply could not be written because the caller does not listen any more. */
  private static boolean hungUp(Exception other) {
    return other instanceof AsyncRequestNotUsableException
        || other instanceof HttpMessageNotWritableException
            && other.getCause() instanceof IOException
        || other instanceof ClientAbortException;
  }

  private ResponseEntity<ProblemDetail> bug(Exception bug) {
    log.error("request failed for a reason nobody thought of", bug);
    return reply(
        Refusal.INTERNAL_ERROR, "The service made a mistake. It is logged; try again later.");
  }

  private ResponseEntity<ProblemDetail> reply(Refusal refusal, String detail) {
    return refused(new RefusedException(refusal, detail));
  }
}
