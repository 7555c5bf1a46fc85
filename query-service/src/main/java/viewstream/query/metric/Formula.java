package viewstream.query.metric;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a metric is made of measures. */
sealed interface Formula {
  /** What must be read. */
  Set<Measure> measures();

  /** The value, or null where it is not known; a ratio without a denominator is 0. */
  @Nullable Number of(Facts facts);

  /** Whether the value is exact, not a sketch's or a histogram's. */
  default boolean exact() {
    return true;
  }

  static Total total(Measure measure) {
    return new Total(Map.of(measure, 1));
  }

  /** Measures added and subtracted. */
  record Total(Map<Measure, Integer> signs) implements Formula {
    public Total {
      signs = Map.copyOf(signs);
    }

    Total plus(Measure measure) {
      return with(measure, 1);
    }

    Total minus(Measure measure) {
      return with(measure, -1);
    }

    Ratio per(Total denominator) {
      return new Ratio(this, denominator, 1);
    }

    private Total with(Measure measure, int sign) {
      Map<Measure, Integer> more = new EnumMap<>(signs);
      more.put(measure, sign);
      return new Total(more);
    }

    @Override
    public Set<Measure> measures() {
      return signs.keySet();
    }

    @Override
    public Long of(Facts facts) {
      return signs.entrySet().stream()
          .mapToLong(term -> term.getValue() * facts.value(term.getKey()))
          .sum();
    }
  }

  /** A ratio of sums, times a factor between units. */
  record Ratio(Total numerator, Total denominator, double factor) implements Formula {
    Ratio times(double more) {
      return new Ratio(numerator, denominator, factor * more);
    }

    @Override
    public Set<Measure> measures() {
      Set<Measure> both = EnumSet.copyOf(numerator.measures());
      both.addAll(denominator.measures());
      return both;
    }

    @Override
    public Double of(Facts facts) {
      long below = denominator.of(facts);
      return below == 0 ? 0 : numerator.of(facts) * factor / below;
    }
  }

  /** A total in another unit. */
  record Scaled(Total total, double factor) implements Formula {
    @Override
    public Set<Measure> measures() {
      return total.measures();
    }

    @Override
    public Double of(Facts facts) {
      return total.of(facts) * factor;
    }
  }

  /** How much of the content an average view played, in percent; unknown without a duration. */
  record PercentagePlayed() implements Formula {
    @Override
    public Set<Measure> measures() {
      return EnumSet.of(Measure.PLAYED_MS, Measure.VIEWS, Measure.MAX_DURATION_MS);
    }

    @Override
    public @Nullable Double of(Facts facts) {
      long views = facts.value(Measure.VIEWS);
      long durationMs = facts.value(Measure.MAX_DURATION_MS);
      if (views == 0) {
        return 0.0;
      }
      return durationMs == 0
          ? null
          : 100.0 * facts.value(Measure.PLAYED_MS) / ((double) views * durationMs);
    }
  }

  /** Distinct viewers, from sketches. */
  record Distinct() implements Formula {
    @Override
    public Set<Measure> measures() {
      return EnumSet.of(Measure.UNIQUE_VIEWERS);
    }

    @Override
    public Long of(Facts facts) {
      return facts.value(Measure.UNIQUE_VIEWERS);
    }

    @Override
    public boolean exact() {
      return false;
    }
  }

  /** A percentile of startup times in ms, from the histogram. */
  record StartupPercentile(double fraction) implements Formula {
    @Override
    public Set<Measure> measures() {
      return EnumSet.of(Measure.STARTUP_HISTOGRAM);
    }

    @Override
    public Long of(Facts facts) {
      return StartupBuckets.percentile(facts.startups(), fraction);
    }

    @Override
    public boolean exact() {
      return false;
    }
  }
}
