package viewstream.rollup.day;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import viewstream.rollup.RefusedException;
import viewstream.rollup.clickhouse.ClickHouse;

/**
 * Holds what was put together against itself and against the events, before anybody sees it:
 *
 * <ul>
 *   <li>views of all videos = views that another statement counts from the events
 *   <li>every sum over quarter hours = over videos = over channels = of the platform; subscriptions
 *       may name a channel and no video, so they must agree on channels and platform alone
 * </ul>
 */
final class Checks {
  private static final List<String> SUBSCRIPTIONS = List.of("subscribes", "unsubscribes");

  private final ClickHouse clickHouse;
  private final Staging staging;

  Checks(ClickHouse clickHouse, Staging staging) {
    this.clickHouse = clickHouse;
    this.staging = staging;
  }

  /**
   * @param values placeholders of {@code count-views.sql}
   * @throws RefusedException if anything differs; then nothing may be published
   */
  void run(Map<String, String> values) {
    List<String> byVideo =
        Figures.SUMS.stream().filter(figure -> !SUBSCRIPTIONS.contains(figure)).toList();
    List<String> ofVideos = sums(RolledTable.VIDEO_DAY, byVideo);
    equal("quarter hours and videos", sums(RolledTable.VIDEO_QUARTER_HOUR, byVideo), ofVideos);
    equal("videos and channels", ofVideos, sums(RolledTable.CHANNEL_DAY, byVideo));
    equal(
        "channels and platform",
        sums(RolledTable.CHANNEL_DAY, Figures.SUMS),
        sums(RolledTable.PLATFORM_DAY, Figures.SUMS));
    equal(
        "views of the videos and of the events",
        sums(RolledTable.VIDEO_DAY, List.of("views")),
        clickHouse.rows(Statement.of("count-views", values)).getFirst());
  }

  private List<String> sums(RolledTable table, List<String> figures) {
    return clickHouse
        .rows(
            figures.stream()
                .map("sum(%s)"::formatted)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + staging.name(table))))
        .getFirst();
  }

  private static void equal(String what, List<String> one, List<String> other) {
    if (!one.equals(other)) {
      throw new RefusedException(
          "nothing was published: %s differ: %s and %s".formatted(what, one, other));
    }
  }
}
