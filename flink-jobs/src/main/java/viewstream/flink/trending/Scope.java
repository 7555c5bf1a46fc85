package viewstream.flink.trending;

import viewstream.schema.redis.TrendingWindow;

/**
 * What a list is about.
 *
 * @param region a country, or all of them
 * @param window how long it looks back
 */
record Scope(String region, TrendingWindow window) {

  /** The number of the step that a time is in; epoch ms. */
  long step(long time) {
    return Math.floorDiv(time, stepMs());
  }

  /** When a step begins; epoch ms. */
  long time(long step) {
    return step * stepMs();
  }

  /** The window's length in steps. */
  long steps() {
    return window.length().dividedBy(window.step());
  }

  /** As a key to partition by. */
  String key() {
    return region + ':' + window.id();
  }

  private long stepMs() {
    return window.step().toMillis();
  }
}
