package viewstream.query.security;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How bearer tokens are checked.
 *
 * @param secret what tokens are signed with (HS256): at least 32 bytes, the same for all instances
 */
@ConfigurationProperties("viewstream.jwt")
record TokenSettings(@Nullable String secret) {
  private static final int MINIMUM_BYTES = 32;

  SecretKey key() {
    byte[] bytes = secret == null ? new byte[0] : secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MINIMUM_BYTES) {
      throw new IllegalStateException(
          "VIEWSTREAM_JWT_SECRET (viewstream.jwt.secret) must have at least %d bytes, has %d: set it to the secret that tokens are signed with"
              .formatted(MINIMUM_BYTES, bytes.length));
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  @Override
  public String toString() {
    return "TokenSettings[secret=***]";
  }
}
