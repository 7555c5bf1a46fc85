package viewstream.query.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that arise outside of any controller, such as a URL the firewall refuses. */
@Hidden
@RestController
class ContainerErrors implements ErrorController {
  @RequestMapping("${server.error.path:${error.path:/error}}")
  void error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    ErrorCode code = ErrorCode.of(status);
    throw new ProblemException(code, code.status().getReasonPhrase());
  }
}
