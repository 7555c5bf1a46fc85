package viewstream.stack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final Secrets SECRETS =
      new Secrets("0123456789abcdef0123456789abcdef", "write", "secret", "pseudonym");
  private final Token token =
      new Token(SECRETS, Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC));

  @Test
  void namesTheChannelsAndTheEnd() {
    assertThat(payload(token.forChannels(List.of("a", "b"), Duration.ofSeconds(60))))
        .isEqualTo("{\"sub\":\"creator\",\"channels\":[\"a\",\"b\"],\"iat\":1000,\"exp\":1060}");
  }

  @Test
  void saysThatSomebodyIsAnOperator() {
    assertThat(payload(token.forOperators(Duration.ofDays(1))))
        .isEqualTo("{\"sub\":\"ops\",\"role\":\"ops\",\"iat\":1000,\"exp\":87400}");
  }

  @Test
  void isSignedAsOtherLibrariesSignIt() {
    assertThat(token.forOperators(Duration.ofDays(1)))
        .isEqualTo(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                + "eyJzdWIiOiJvcHMiLCJyb2xlIjoib3BzIiwiaWF0IjoxMDAwLCJleHAiOjg3NDAwfQ."
                + "OA1jVq3SjAOAc0h7YDxsPEE54CnvlluvxBSl_E6V6CU");
  }

  @Test
  void refusesWhatIsNoId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> token.forChannels(List.of("a\"b"), Duration.ofDays(1)))
        .withMessageContaining("channel");
  }

  private static String payload(String jwt) {
    return new String(
        Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }
}
