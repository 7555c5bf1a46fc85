package viewstream.query.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells an expired token from a bad one, so that a client knows to fetch a new one. */
final class ExpiryValidator implements OAuth2TokenValidator<Jwt> {
  static final String EXPIRED = "token_expired";
  static final String NOT_YET_VALID = "token_not_yet_valid";

  /** How far the clocks of issuer and service may differ. */
  private static final Duration LEEWAY = Duration.ofSeconds(30);

  private final Clock clock;

  ExpiryValidator(Clock clock) {
    this.clock = clock;
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    Instant now = clock.instant();
    Instant expires = token.getExpiresAt();
    if (expires != null && !now.minus(LEEWAY).isBefore(expires)) {
      return OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED));
    }
    Instant begins = token.getNotBefore();
    if (begins != null && now.plus(LEEWAY).isBefore(begins)) {
      return OAuth2TokenValidatorResult.failure(new OAuth2Error(NOT_YET_VALID));
    }
    return OAuth2TokenValidatorResult.success();
  }
}
