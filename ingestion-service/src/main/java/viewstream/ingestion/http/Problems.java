package viewstream.ingestion.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes RFC 9457 replies with a stable {@code code}. */
public final class Problems {
  private Problems() {}

  /** The reply to a refused request. */
  public static ResponseEntity<ProblemDetail> reply(RefusedException refused) {
    Refusal refusal = refused.refusal();
    ResponseEntity.BodyBuilder reply = ResponseEntity.status(refusal.status());
    if (refusal.temporary()) {
      reply.header(HttpHeaders.RETRY_AFTER, seconds(refused.retryAfter()));
    }
    switch (refusal) {
      case UNAUTHENTICATED -> reply.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case UNKNOWN_WRITE_KEY -> reply.header(HttpHeaders.WWW_AUTHENTICATE, "X-Write-Key");
      case UNSUPPORTED_MEDIA_TYPE -> reply.header(HttpHeaders.ACCEPT_ENCODING, "gzip");
      default -> {}
    }
    return reply
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(refusal.status(), refusal.code(), null, refused.detail()));
  }

  /** The reply to a request whose only event was rejected. */
  public static ResponseEntity<ProblemDetail> rejected(
      String code, @Nullable String field, String detail) {
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem(HttpStatus.BAD_REQUEST, code, field, detail));
  }

  /** Whole ones, rounded up: who comes back early is refused again. */
  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.plusSeconds(1).minusNanos(1).toSeconds()));
  }

  private static ProblemDetail problem(
      HttpStatus status, String code, @Nullable String field, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    if (field != null) {
      problem.setProperty("field", field);
    }
    return problem;
  }
}
