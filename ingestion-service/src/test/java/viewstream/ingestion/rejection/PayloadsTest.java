package viewstream.ingestion.rejection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;

class PayloadsTest {
  private static final String SECRET = "pseudonyms-of-the-tests";
  private final Pseudonyms pseudonyms = new Pseudonyms(Secrets.of(SECRET));
  private final PayloadCipher cipher = new PayloadCipher(Secrets.of(SECRET), Clock.systemUTC());
  private final Payloads payloads = new Payloads(pseudonyms, cipher, Clock.systemUTC());

  @Test
  void replacesThePersonAndLeavesAllElseAsItWas() {
    String event = "{ \"a\": 1.50, \"user_id\" : \"bob\",\"b\":[\"\\u00e4\", null] , \"c\":{} }";

    KeptPayload kept = payloads.keep(event.getBytes(UTF_8));

    String bob = HexFormat.of().toHexDigits(pseudonyms.ofUser("bob", 0));
    assertThat(kept.encrypted()).isFalse();
    assertThat(new String(kept.bytes(), UTF_8)).isEqualTo(event.replace("bob", bob));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user_id\":{\"name\":[\"bob\"]},\"x\":1}",
        "{\"user_id\":[\"bob\"]}",
        "{\"x\":[{\"USER-ID\":\"bob\"}]}",
        "{\"user_id\":\"bob\",\"user_id\":\"bob\"}",
        "{\"us\\u0065r_id\":\"bob\"}",
        "{\"ip\":\"bob\",\"type\":\"x\"}",
      })
  void findsThePersonWhereverItStands(String event) {
    KeptPayload kept = payloads.keep(event.getBytes(UTF_8));

    assertThat(kept.encrypted()).isFalse();
    assertThat(new String(kept.bytes(), UTF_8)).doesNotContain("bob").startsWith("{").endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000})
  void encryptsWhatNamesManyPersonsForTheirNamesAreDear(int persons) {
    String event = "{" + "\"ip\":1,".repeat(persons) + "\"ip\":1}";

    KeptPayload kept = payloads.keep(event.getBytes(UTF_8));

    assertThat(kept.encrypted()).isTrue();
    assertThat(event).startsWith(new String(cipher.decrypt(kept.bytes()), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"user_id\":\"bob\"", "\"bob\"", "[\"bob\"]", "bob", "{} bob", "12"})
  void encryptsWhatItCannotRead(String bytes) {
    KeptPayload kept = payloads.keep(bytes.getBytes(UTF_8));

    assertThat(kept.encrypted()).isTrue();
    assertThat(new String(kept.bytes(), UTF_8)).doesNotContain("bob");
    assertThat(new String(cipher.decrypt(kept.bytes()), UTF_8)).isEqualTo(bytes);
  }
}
