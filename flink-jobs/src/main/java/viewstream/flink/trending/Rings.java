package viewstream.flink.trending;

import java.util.EnumMap;
import java.util.Map;
import viewstream.schema.redis.TrendingWindow;

/**
 * All that is remembered of one video in one region, as it lies in state. Nobody changes it there:
 * rings that live on are copies.
 *
 * @param byWindow a window without views has none
 */
record Rings(Map<TrendingWindow, Ring> byWindow) {
  Rings {
    Map<TrendingWindow, Ring> copies = new EnumMap<>(TrendingWindow.class);
    byWindow.forEach((window, ring) -> copies.put(window, ring.copy()));
    byWindow = copies;
  }

  boolean isEmpty() {
    return byWindow.isEmpty();
  }
}
