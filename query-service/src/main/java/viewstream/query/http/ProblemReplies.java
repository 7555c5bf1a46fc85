package viewstream.query.http;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where an exception becomes a reply: RFC 9457 with a stable {@code code}. */
@RestControllerAdvice
class ProblemReplies extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemReplies.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  @ExceptionHandler
  ResponseEntity<Object> problem(ProblemException problem) {
    HttpHeaders headers = new HttpHeaders();
    if (problem.code().status().value() == 401) {
      headers.add(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return reply(problem.code(), problem.detail(), headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> unavailable(UnavailableException unavailable) {
    log.debug("Answering 503: {}", unavailable.getMessage());
    HttpHeaders headers = new HttpHeaders();
    headers.add(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    return reply(
        ErrorCode.UNAVAILABLE,
        "the figures cannot be read at the moment; try again in " + RETRY_AFTER_SECONDS + " s",
        headers);
  }

  @ExceptionHandler
  ResponseEntity<Object> bug(Exception bug) {
    log.error("Answering 500", bug);
    return reply(
        ErrorCode.INTERNAL, "this is a fault of the service, and logged", new HttpHeaders());
  }

  /** What Spring itself refuses: unknown paths, wrong methods, missing parameters. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception refused,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ErrorCode code = ErrorCode.of(status.value());
    String detail =
        body instanceof ProblemDetail problem && problem.getDetail() != null
            ? problem.getDetail()
            : code.status().getReasonPhrase();
    return reply(code, detail, headers);
  }

  private static ResponseEntity<Object> reply(ErrorCode code, String detail, HttpHeaders headers) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), detail);
    problem.setProperty("code", code.code());
    return ResponseEntity.status(code.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
