package viewstream.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class IdsTest {
  private static final Pattern CONTRACT = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  @RepeatedTest(500)
  void agreesWithThePatternOfTheContract(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    boolean strange = random.nextInt(3) == 0;
    String text =
        random
            .ints(random.nextInt(135), strange ? 0 : '-', strange ? 0x2ff : '~' + 1)
            .filter(c -> strange || CONTRACT.matcher(Character.toString(c)).matches())
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    assertThat(Ids.valid(text)).as(text).isEqualTo(CONTRACT.matcher(text).matches());
  }
}
