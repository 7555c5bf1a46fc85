package viewstream.stack.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the bearer tokens (JWT, HS256) that the query service reads. */
public final class Token {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  private final String secret;
  private final Clock clock;

  public Token(Secrets secrets, Clock clock) {
    this.secret = secrets.jwtSecret();
    this.clock = clock;
  }

  /** A token of a creator, who sees these channels; ids are as the contract allows them. */
  public String forChannels(List<String> channels, Duration validFor) {
    String list = channels.stream().map(Token::quoted).collect(Collectors.joining(","));
    return sign("\"sub\":\"creator\",\"channels\":[" + list + "]", validFor);
  }

  /** A token of an operator, who sees everything. */
  public String forOperators(Duration validFor) {
    return sign("\"sub\":\"ops\",\"role\":\"ops\"", validFor);
  }

  private String sign(String claims, Duration validFor) {
    Instant now = clock.instant();
    String payload =
        "{%s,\"iat\":%d,\"exp\":%d}"
            .formatted(claims, now.getEpochSecond(), now.plus(validFor).getEpochSecond());
    String signed = base64(HEADER) + "." + base64(payload);
    return signed + "." + BASE64.encodeToString(hmac(signed));
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  private static String base64(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String channel) {
    if (!channel.matches("[A-Za-z0-9._~-]{1,128}")) {
      throw new IllegalArgumentException(
          "channel: '" + channel + "' is no id; letters, digits and . _ ~ - are allowed");
    }
    return '"' + channel + '"';
  }
}
