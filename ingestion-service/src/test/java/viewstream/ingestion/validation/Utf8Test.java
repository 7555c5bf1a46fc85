package viewstream.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void agreesWithTheDecoderOfTheJdk() {
    var random = new SplittableRandom(1);
    int valid = 0;
    for (int i = 0; i < 500_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(4)];
      for (int at = 0; at < bytes.length; at++) {
        // Bytes at the edges of what is allowed; others are seldom a character.
        bytes[at] = (byte) (0x7f + (random.nextInt(5) << 4) + random.nextInt(33) - 0x10);
      }
      bytes[0] = (byte) random.nextInt(0x70, 0x100);
      boolean expected = decodes(bytes);
      valid += expected ? 1 : 0;
      assertThat(Utf8.valid(bytes, 0, bytes.length)).as("%s", bytes).isEqualTo(expected);
    }
    assertThat(valid).isGreaterThan(10_000);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }
}
