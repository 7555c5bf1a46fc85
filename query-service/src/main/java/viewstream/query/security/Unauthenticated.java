package viewstream.query.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import viewstream.query.http.ErrorCode;
import viewstream.query.http.ProblemException;

/**
 * Answers requests that carry no usable token, by way of the one place that makes problems. What
 * does not exist is not there for anybody, so unknown paths are 404 and wrong methods 405.
 */
@Component
class Unauthenticated implements AuthenticationEntryPoint {
  private static final ProblemException MISSING =
      new ProblemException(
          ErrorCode.UNAUTHENTICATED,
          "send a token in the header 'Authorization: Bearer …'; this one is missing or not valid");
  private static final ProblemException EXPIRED =
      new ProblemException(
          ErrorCode.TOKEN_EXPIRED, "the token has expired; send a new one from its issuer");

  private static final ProblemException UNKNOWN_PATH =
      new ProblemException(ErrorCode.NOT_FOUND, "there is nothing at this path");

  private final HandlerExceptionResolver replies;
  private final RequestMappingHandlerMapping endpoints;

  Unauthenticated(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver replies,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
    this.replies = replies;
    this.endpoints = endpoints;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
    replies.resolveException(request, response, null, problem(request, refused));
  }

  private Exception problem(HttpServletRequest request, AuthenticationException refused) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      if (endpoints.getHandler(request) == null) {
        return UNKNOWN_PATH;
      }
    } catch (Exception wrongMethod) {
      return wrongMethod;
    }
    return hasExpired(refused) ? EXPIRED : MISSING;
  }

  private static boolean hasExpired(AuthenticationException refused) {
    return refused.getCause() instanceof JwtValidationException invalid
        && invalid.getErrors().stream()
            .anyMatch(error -> error.getErrorCode().equals(ExpiryValidator.EXPIRED));
  }
}
