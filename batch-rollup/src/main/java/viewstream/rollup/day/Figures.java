package viewstream.rollup.day;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that all rolled tables share, and how each is added up. */
final class Figures {
  /** Plain sums. Of these, all but subscriptions are told by video. */
  static final List<String> SUMS =
      List.of(
          "play_attempts",
          "views",
          "engaged_views",
          "completions",
          "watch_time_ms",
          "played_ms",
          "startup_ms_sum",
          "stalls",
          "buffering_ms",
          "start_failures",
          "playback_failures",
          "bitrate_kbps_ms",
          "bitrate_ms",
          "dropped_frames",
          "likes",
          "unlikes",
          "dislikes",
          "undislikes",
          "comments",
          "shares",
          "impressions",
          "clicks",
          "subscribes",
          "unsubscribes");

  private static final List<String> MAPS =
      List.of(
          "startup_histogram",
          "views_by_country",
          "views_by_region",
          "views_by_device",
          "views_by_os",
          "views_by_browser",
          "views_by_platform",
          "views_by_traffic_source",
          "views_by_age_group",
          "views_by_gender");

  private Figures() {}

  /** All columns, for an INSERT. */
  static String columns(List<String> own) {
    return Stream.of(own, SUMS, MAPS, List.of("max_duration_ms", "viewers"))
        .flatMap(List::stream)
        .collect(Collectors.joining(", "));
  }

  /** The expressions that add up {@link #columns}, in the same order. */
  static String sums(List<String> own) {
    return Stream.of(
            own,
            SUMS.stream().map("sum(%s)"::formatted).toList(),
            MAPS.stream().map("sumMap(%s)"::formatted).toList(),
            List.of("max(max_duration_ms)", "uniqCombined64MergeState(17)(viewers)"))
        .flatMap(List::stream)
        .collect(Collectors.joining(", "));
  }
}
