package viewstream.ingestion.events;

import java.util.List;
import java.util.SplittableRandom;

/** Makes numbers at which readers of numbers part: about as many digits as a double holds. */
final class OddNumbers {
  /** Around 2^53, which is the first whole number whose successor is no double. */
  private static final List<String> BOUNDARIES =
      List.of("9007199254740991", "9007199254740992", "9007199254740993", "9007199254740995");

  private static final List<String> ODD_FORMS =
      List.of("-0", "-0.0", "-0e5", "0e0", "0.0", "15e-1", "1.5E1", "1.5e+1", "25e00", "1e-400");
  private static final List<String> NO_JSON = List.of("00", "007", "01.5", "-01", "1.", ".5", "+1");

  private final SplittableRandom random;

  OddNumbers(SplittableRandom random) {
    this.random = random;
  }

  /** A number of about 2^53 and a point somewhere, or one written as few write it. */
  String next() {
    return switch (random.nextInt(40)) {
      case 0 -> pick(NO_JSON);
      case 1, 2, 3, 4 -> pick(ODD_FORMS);
      case 5, 6, 7 -> pick(BOUNDARIES);
      default -> ofDigits(1 + random.nextInt(13));
    };
  }

  /** A number of 15 to 18 digits, so many of them before the point, at most 13. */
  String ofDigits(int whole) {
    int count = 15 + random.nextInt(4);
    int behind = count - whole;
    String digits = digits(whole);
    return switch (random.nextInt(6)) {
      case 0 -> withPoint(pick(BOUNDARIES), whole);
      case 1 -> digits + ".4" + "9".repeat(behind - 1);
      case 2 -> digits + ".5" + "0".repeat(behind - 2) + random.nextInt(2);
      case 3 -> digits + "." + "0".repeat(behind);
      case 4 -> "0." + digits(count - 1);
      default -> digits + "." + behindPoint(behind);
    };
  }

  private static String withPoint(String digits, int whole) {
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }

  /** Digits of which the first is no zero. */
  private String digits(int count) {
    return (1 + random.nextInt(9)) + behindPoint(count - 1);
  }

  private String behindPoint(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
