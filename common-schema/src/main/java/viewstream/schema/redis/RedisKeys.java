package viewstream.schema.redis;

import java.time.LocalDate;

/** The names of all Redis keys, in one place. Ids in braces are Redis Cluster hash tags. */
public final class RedisKeys {
  /**
   * Field of {@link #views}: views of all days up to and including {@link #VIEWS_BASE_DAY}, as a
   * decimal number.
   */
  public static final String VIEWS_BASE = "base";

  /**
   * Field of {@link #views}: the last UTC day that {@link #VIEWS_BASE} covers, {@code yyyy-MM-dd}.
   * A hash without it is incomplete and must be restored from ClickHouse before it is believed.
   */
  public static final String VIEWS_BASE_DAY = "base_day";

  /** The region of {@link #trending} that has all countries, known or not. */
  public static final String GLOBAL = "global";

  /**
   * Field of {@link #views} on an incomplete hash that somebody has read: when that was first
   * noticed, epoch ms. What the hash lacks was written before.
   */
  public static final String VIEWS_MISSED_AT = "missed_at";

  /** Who may roll days: the holder's process, while it lives. */
  public static final String ROLLUP_LOCK = "rollup:lock";

  private RedisKeys() {}

  /**
   * The public view counter: a hash of {@link #VIEWS_BASE}, {@link #VIEWS_BASE_DAY} and one {@link
   * #viewsDay} field for each later day. The stream writes the days and never the base; the rollup
   * moves the base on and drops the days it covers; a reader that finds no base day restores all.
   * Fields of days that the base covers count for nothing.
   */
  public static String views(String videoId) {
    return "views:{" + videoId + "}";
  }

  /** Field of {@link #views} for one UTC day; its value is a {@link VersionedCount}. */
  public static String viewsDay(LocalDate day) {
    return day.toString();
  }

  /**
   * How far a sink has written: a hash from subtask number to log time, epoch ms. Everything
   * appended to the log before the smallest of them is in the sink's store.
   */
  public static String progress(Sink sink) {
    return "progress:" + sink.id();
  }

  /**
   * What is trending: a sorted set of video ids, scored by rank from 1. It is replaced together
   * with {@link #trendingMeta}.
   *
   * @param region {@link #GLOBAL} or a country, ISO 3166-1 alpha-2
   */
  public static String trending(String region, TrendingWindow window) {
    return "trending:{" + region + "}:" + window.id();
  }

  /** The same list with all its figures, in one hash: a {@link TrendingList}. */
  public static String trendingMeta(String region, TrendingWindow window) {
    return trending(region, window) + ":meta";
  }

  /** The cached reply for the first rows of a trending list. */
  public static String trendingReply(String region, TrendingWindow window, int rows) {
    return trending(region, window) + ":reply:" + rows;
  }

  /** The cached reply for a channel's dashboard over a period of days in a time zone. */
  public static String creatorDashboard(String channelId, String period, String zone) {
    return "creator:{" + channelId + "}:dashboard:" + period + ":" + zone;
  }

  /** The cached reply for a video's figures over a range in a time zone. */
  public static String videoMetrics(String videoId, String range, String zone) {
    return "video:{" + videoId + "}:metrics:" + range + ":" + zone;
  }
}
