package viewstream.query.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import viewstream.query.time.FakeClock;

class ReaderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void seesTheChannelsListed() {
    Reader creator = Reader.of(token(Map.of("channels", List.of("cooking", "baking"))));

    assertThat(creator.maySee("baking")).isTrue();
    assertThat(creator.maySee("gaming")).isFalse();
    assertThat(creator.maySee(null)).isFalse();
    assertThat(creator.operator()).isFalse();
  }

  @Test
  void seesAllChannelsAsAnOperator() {
    Reader operator = Reader.of(token(Map.of("role", "ops")));

    assertThat(operator.maySee("gaming")).isTrue();
    assertThat(operator.maySee(null)).isFalse();
  }

  @Test
  void seesNothingWithClaimsOfAnotherForm() {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of("sub", "x"),
            Map.of("channels", "cooking"),
            Map.of("channels", List.of(1, 2)),
            Map.of("role", "creator"),
            Map.of("role", List.of("ops")))) {
      assertThat(Reader.of(token(claims)).maySee("cooking")).as("%s", claims).isFalse();
    }
  }

  @Test
  void isToldThatTheTokenHasExpired() {
    ExpiryValidator validator = new ExpiryValidator(new FakeClock(NOON));

    assertThat(validator.validate(expiring(NOON.plusSeconds(1))).hasErrors()).isFalse();
    assertThat(validator.validate(expiring(NOON.minus(Duration.ofMinutes(1)))).getErrors())
        .singleElement()
        .extracting("errorCode")
        .isEqualTo(ExpiryValidator.EXPIRED);
  }

  private static Jwt token(Map<String, Object> claims) {
    return new Jwt("token", null, null, Map.of("alg", "HS256"), claims);
  }

  private static Jwt expiring(@Nullable Instant expiresAt) {
    return new Jwt("token", null, expiresAt, Map.of("alg", "HS256"), Map.of("sub", "x"));
  }
}
