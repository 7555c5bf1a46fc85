package viewstream.query.http;

import org.springframework.http.HttpStatus;

/** Stable codes of problem replies, each with its status. They are public API. */
public enum ErrorCode {
  INVALID_PARAMETER("invalid_parameter", HttpStatus.BAD_REQUEST),
  UNSUPPORTED_QUERY("unsupported_query", HttpStatus.BAD_REQUEST),
  UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED),
  TOKEN_EXPIRED("token_expired", HttpStatus.UNAUTHORIZED),
  NOT_FOUND("not_found", HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED("method_not_allowed", HttpStatus.METHOD_NOT_ALLOWED),
  BODY_TOO_LARGE("body_too_large", HttpStatus.CONTENT_TOO_LARGE),
  UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  OVERLOADED("overloaded", HttpStatus.TOO_MANY_REQUESTS),
  INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR),
  UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE);

  private final String code;
  private final HttpStatus status;

  ErrorCode(String code, HttpStatus status) {
    this.code = code;
    this.status = status;
  }

  /** The text in the reply's {@code code}. */
  public String code() {
    return code;
  }

  /** The status of the reply. */
  public HttpStatus status() {
    return status;
  }

  /** The code that fits a status which the framework chose. */
  static ErrorCode of(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> OVERLOADED;
      case 503 -> UNAVAILABLE;
      default -> status < 500 ? INVALID_PARAMETER : INTERNAL;
    };
  }
}
