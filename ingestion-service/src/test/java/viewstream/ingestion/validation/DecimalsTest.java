package viewstream.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DecimalsTest {
  @RepeatedTest(500)
  void isWhatWasSentToTheLastDigit(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    BigDecimal sent =
        new BigDecimal(new BigInteger(1 + random.nextInt(96), random), random.nextInt(10));
    BigDecimal signed = random.nextBoolean() ? sent : sent.negate();

    BigDecimal read = read(signed.toPlainString());

    assertThat(read).isEqualByComparingTo(signed);
    assertThat(read.scale()).isEqualTo(Decimals.SCALE);
    assertThat(read.precision()).isLessThanOrEqualTo(Decimals.PRECISION);
  }

  /** Any text is read exactly or refused: never rounded, never anything else. */
  @RepeatedTest(500)
  void isExactOrRefused(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    String text = digits(random, 40) + (random.nextBoolean() ? "" : "." + digits(random, 14));
    boolean fits =
        whole(text).replaceFirst("^0+", "").length() <= 29
            && behind(text).replaceFirst("0+$", "").length() <= 9;

    if (fits) {
      assertThat(read(text)).isEqualByComparingTo(new BigDecimal(text));
    } else {
      assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidEventException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " 1", "1 ", "+1", "1e3", "1.", ".5", "1,5", "0x10", "NaN", "Infinity", "١"})
  void takesPlainDecimalsOnly(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(RejectReason.INVALID_FIELD));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 1e30})
  void takesNoJsonNumbers(double number) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("amount", number);

    assertThatThrownBy(() -> Decimals.required(new EventObject(event), "amount"))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining("\"12.34\"");
  }

  private static BigDecimal read(String text) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("amount", text);
    return Decimals.required(new EventObject(event), "amount");
  }

  private static String digits(Random random, int most) {
    var digits = new StringBuilder();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(4) == 0 ? 0 : random.nextInt(10));
    }
    return digits.toString();
  }

  private static String whole(String text) {
    return text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
  }

  private static String behind(String text) {
    return text.contains(".") ? text.substring(text.indexOf('.') + 1) : "";
  }
}
