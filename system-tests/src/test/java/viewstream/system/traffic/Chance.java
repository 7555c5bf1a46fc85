package viewstream.system.traffic;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A seeded source of everything that differs between players. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  boolean percent(double percent) {
    return random.nextDouble() * 100 < percent;
  }

  /** Evenly from both bounds and all between. */
  long between(long least, long most) {
    return least + (long) (random.nextDouble() * (most - least + 1));
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The first values much more often than the last. */
  <T> T ofSkewed(List<T> values) {
    return values.get((int) (Math.pow(random.nextDouble(), 2) * values.size()));
  }

  String uuid() {
    long version4 = (random.nextLong() & ~0xf000L) | 0x4000L;
    long variant2 = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(version4, variant2).toString();
  }

  void shuffle(List<?> values) {
    java.util.Collections.shuffle(values, random);
  }
}
