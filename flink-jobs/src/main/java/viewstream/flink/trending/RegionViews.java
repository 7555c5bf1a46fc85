package viewstream.flink.trending;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import viewstream.flink.aggregate.Sums;
import viewstream.schema.redis.RedisKeys;

/** Views of one video in one minute, by region. A view from nobody knows where is global alone. */
final class RegionViews implements Sums<RegionViews> {
  /** Lists are kept per country, and nothing else must be able to invent one. */
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final Map<String, Long> views;

  RegionViews() {
    this(new HashMap<>());
  }

  /**
   * @param views by region, taken as it is
   */
  RegionViews(Map<String, Long> views) {
    this.views = views;
  }

  /** One more view. */
  void add(String country) {
    views.merge(RedisKeys.GLOBAL, 1L, Long::sum);
    if (COUNTRY.matcher(country).matches()) {
      views.merge(country, 1L, Long::sum);
    }
  }

  @Override
  public void add(RegionViews other) {
    other.views.forEach((region, count) -> views.merge(region, count, Long::sum));
  }

  @Override
  public long contributions() {
    return views.getOrDefault(RedisKeys.GLOBAL, 0L);
  }

  Map<String, Long> views() {
    return views;
  }
}
