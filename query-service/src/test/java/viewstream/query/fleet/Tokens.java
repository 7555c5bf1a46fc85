package viewstream.query.fleet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs tokens as an issuer would. */
public final class Tokens {
  public static final String SECRET = "a secret for tests, longer than 32 bytes";

  private Tokens() {}

  public static String creator(String... channels) {
    return sign(claims(Duration.ofHours(1)).claim("channels", List.of(channels)), SECRET);
  }

  public static String operator() {
    return sign(claims(Duration.ofHours(1)).claim("role", "ops"), SECRET);
  }

  public static String expired(String channel) {
    return sign(claims(Duration.ofHours(-1)).claim("channels", List.of(channel)), SECRET);
  }

  public static String forged() {
    return sign(
        claims(Duration.ofHours(1)).claim("role", "ops"), "somebody else's secret of 32+ bytes");
  }

  private static JwtClaimsSet.Builder claims(Duration validFor) {
    return JwtClaimsSet.builder().expiresAt(Instant.now().plus(validFor));
  }

  private static String sign(JwtClaimsSet.Builder claims, String secret) {
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    return NimbusJwtEncoder.withSecretKey(key)
        .build()
        .encode(
            JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims.build()))
        .getTokenValue();
  }
}
