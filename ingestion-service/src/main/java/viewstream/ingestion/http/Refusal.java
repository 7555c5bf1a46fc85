package viewstream.ingestion.http;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a whole request is refused. The code is part of the API. */
public enum Refusal {
  MALFORMED_JSON(HttpStatus.BAD_REQUEST),
  NOT_AN_OBJECT(HttpStatus.BAD_REQUEST),
  MISSING_FIELD(HttpStatus.BAD_REQUEST),
  INVALID_FIELD(HttpStatus.BAD_REQUEST),
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  UNKNOWN_WRITE_KEY(HttpStatus.UNAUTHORIZED),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
  DISABLED_KEY(HttpStatus.GONE),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  BODY_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  TOO_MANY_EVENTS(HttpStatus.CONTENT_TOO_LARGE),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
  OVERLOADED(HttpStatus.TOO_MANY_REQUESTS),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;
  private final String code;

  Refusal(HttpStatus status) {
    this.status = status;
    this.code = name().toLowerCase(Locale.ROOT);
  }

  public HttpStatus status() {
    return status;
  }

  /** The stable code in the problem's body and in metrics. */
  public String code() {
    return code;
  }

  /** Whether the same request may succeed in a moment. */
  public boolean temporary() {
    return this == RATE_LIMITED || this == OVERLOADED || this == UNAVAILABLE;
  }
}
