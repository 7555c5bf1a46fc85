package viewstream.rollup.day;

import java.util.List;
import java.util.Locale;

/** The tables that a roll writes, in the order in which they are replaced. */
enum RolledTable {
  VIDEO_QUARTER_HOUR("video_id, quarter_hour", List.of(), List.of()),
  CHANNEL_DAY("channel_id, day", List.of("unique_viewers"), List.of("sum(unique_viewers)")),
  PLATFORM_DAY("day", List.of("unique_viewers"), List.of("sum(unique_viewers)")),
  /** Last of all: its owners tell whether the day must be rolled again. */
  VIDEO_DAY(
      "video_id, day",
      List.of("channel_id", "unique_viewers"),
      List.of("max(channel_id)", "sum(unique_viewers)"));

  private final String keys;
  private final List<String> ownColumns;
  private final List<String> ownSums;

  RolledTable(String keys, List<String> ownColumns, List<String> ownSums) {
    this.keys = keys;
    this.ownColumns = ownColumns;
    this.ownSums = ownSums;
  }

  /** The name, also of its staging table within a run. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String keys() {
    return keys;
  }

  /** What there is besides {@link Figures}. */
  List<String> ownColumns() {
    return ownColumns;
  }

  List<String> ownSums() {
    return ownSums;
  }
}
