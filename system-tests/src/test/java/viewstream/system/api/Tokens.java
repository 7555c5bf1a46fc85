package viewstream.system.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bearer tokens (JWT, HS256) for reading. */
public final class Tokens {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String secret;

  public Tokens(String secret) {
    this.secret = secret;
  }

  /** An operator, who sees all. */
  public String operator() {
    return sign(Map.of("sub", "operator", "role", "ops"), Duration.ofHours(2));
  }

  /** A creator of these channels. */
  public String creator(String... channels) {
    return creator(Duration.ofHours(2), channels);
  }

  /**
   * A creator of these channels.
   *
   * @param validFor negative for a token that has expired
   */
  public String creator(Duration validFor, String... channels) {
    return sign(Map.of("sub", "creator", "channels", List.of(channels)), validFor);
  }

  private String sign(Map<String, Object> claims, Duration validFor) {
    Map<String, Object> payload = new LinkedHashMap<>(claims);
    payload.put("iat", Instant.now().minus(Duration.ofDays(1)).getEpochSecond());
    payload.put("exp", Instant.now().plus(validFor).getEpochSecond());
    String signed = encoded(Map.of("alg", "HS256", "typ", "JWT")) + "." + encoded(payload);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return signed + "." + BASE64.encodeToString(signature);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private static String encoded(Map<String, Object> object) {
    return BASE64.encodeToString(Json.write(object).getBytes(StandardCharsets.UTF_8));
  }
}
