package viewstream.ingestion.http;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers requests whose reply Tomcat decides on alone, whatever a controller says, because their
 * body breaks off or stops arriving.
 */
@RestController
class BrokenRequests implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> reply(
      @RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false)
          @Nullable Integer status) {
    RefusedException refused =
        refused(status == null ? Refusal.NOT_FOUND.status().value() : status);
    if (refused.refusal() == Refusal.MALFORMED_JSON || refused.refusal() == Refusal.BODY_TIMEOUT) {
      return Problems.reply(refused); // whoever read the body has counted it
    }
    throw refused;
  }

  private static RefusedException refused(int status) {
    return switch (status) {
      case 400 ->
          new RefusedException(Refusal.MALFORMED_JSON, "The body ended early; send it again.");
      case 404 -> new RefusedException(Refusal.NOT_FOUND, "There is nothing at this path.");
      case 408 ->
          new RefusedException(Refusal.BODY_TIMEOUT, "The body stopped arriving; send it again.");
      case 405 ->
          new RefusedException(Refusal.METHOD_NOT_ALLOWED, "This method is not for this path.");
      default ->
          status < 500
              ? new RefusedException(Refusal.INVALID_PARAMETER, "This is not HTTP as it should be.")
              : new RefusedException(Refusal.INTERNAL_ERROR, "The service made a mistake.");
    };
  }
}
