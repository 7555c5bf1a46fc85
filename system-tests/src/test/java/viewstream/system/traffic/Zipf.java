package viewstream.system.traffic;

import java.util.Arrays;

/** Ranks 0, 1, 2 … with a chance proportional to 1 / (rank + 1). */
final class Zipf {
  private final double[] cumulative;

  Zipf(int ranks) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  int rank(Chance chance) {
    double point =
        chance.between(0, Integer.MAX_VALUE)
            / (Integer.MAX_VALUE + 1.0)
            * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    return found < 0 ? -found - 1 : found;
  }
}
