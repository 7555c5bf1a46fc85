package viewstream.ingestion.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PayloadCipherTest {
  private static final Secrets OLD = Secrets.of("the-secret-until-november");
  private static final Secrets NEW = Secrets.of("the-secret-from-december-on");
  private static final Secrets BOTH =
      new Secrets(OLD.current(), NEW.current(), LocalDate.parse("2026-12-01"));
  private static final byte[] TEXT = "user_id=ann".getBytes(UTF_8);

  @Test
  void usesTheSecretOfTheDayAndReadsWhatEitherWrote() {
    PayloadCipher before = cipher(BOTH, "2026-11-30T23:59:59Z");
    PayloadCipher after = cipher(BOTH, "2026-12-01T00:00:00Z");

    assertThat(cipher(OLD, "2026-12-01T00:00:00Z").decrypt(before.encrypt(TEXT))).isEqualTo(TEXT);
    assertThat(cipher(NEW, "2026-12-01T00:00:00Z").decrypt(after.encrypt(TEXT))).isEqualTo(TEXT);
    assertThat(after.decrypt(before.encrypt(TEXT))).isEqualTo(TEXT);
    assertThat(before.decrypt(after.encrypt(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void doesNotReadWhatAnotherSecretWroteOrWhatWasChanged() {
    PayloadCipher cipher = cipher(NEW, "2026-12-01T00:00:00Z");
    byte[] hidden = cipher.encrypt(TEXT);
    hidden[hidden.length - 1] ^= 1;

    assertThatThrownBy(() -> cipher.decrypt(hidden)).isInstanceOf(IllegalArgumentException.class);
    byte[] foreign = cipher(OLD, "2026-12-01T00:00:00Z").encrypt(TEXT);
    assertThatThrownBy(() -> cipher.decrypt(foreign)).isInstanceOf(IllegalArgumentException.class);
  }

  private static PayloadCipher cipher(Secrets secrets, String now) {
    return new PayloadCipher(secrets, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
