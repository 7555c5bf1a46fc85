package viewstream.ingestion.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class EightTest {
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void marksTheFirstByteThatIsNotPlain() {
    marks(Eight::notPlain, b -> b < ' ' || b > 0x7f || b == '"' || b == '\\');
  }

  @Test
  void marksTheFirstByteThatIsNoDigit() {
    marks(Eight::notDigits, b -> b < '0' || b > '9');
  }

  @Test
  void readsNumbersOfUpToEightDigits() {
    for (String digits : new String[] {"0", "9", "10", "407", "1234", "98765", "12345678"}) {
      byte[] bytes = (digits + ",\"x\":1}").getBytes(StandardCharsets.US_ASCII);
      assertThat(Eight.number(Eight.at(bytes, 0), digits.length()))
          .isEqualTo(Long.parseLong(digits));
    }
  }

  /** Each byte at each place, before others that may be anything. */
  private void marks(LongUnaryOperator marker, IntPredicate marked) {
    for (int i = 0; i < 8 * 256 * 50; i++) {
      byte[] bytes = "01234567".getBytes(StandardCharsets.US_ASCII);
      int place = i % 8;
      bytes[place] = (byte) (i / 8);
      for (int behind = place + 1; behind < 8; behind++) {
        bytes[behind] = (byte) random.nextInt(256);
      }
      int first = 0;
      while (first < 8 && !marked.test(bytes[first] & 0xff)) {
        first++;
      }
      assertThat(Eight.first(marker.applyAsLong(Eight.at(bytes, 0)))).isEqualTo(first);
    }
  }
}
