package viewstream.query.trending;

import static viewstream.query.http.ProblemException.invalidParameter;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import viewstream.query.http.ProblemException;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingWindow;

/**
 * Which list to show.
 *
 * @param region {@code global} or a country, ISO 3166-1 alpha-2
 * @param limit of rows
 */
record TrendingQuestion(String region, TrendingWindow window, int limit) {
  static final int DEFAULT_LIMIT = 50;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /**
   * Reads the parameters of a request; absent ones are {@code global}, {@code 24h} and 50.
   *
   * @throws ProblemException {@code invalid_parameter} if one cannot be understood
   */
  static TrendingQuestion of(
      @Nullable String region, @Nullable String timeRange, @Nullable String limit) {
    return new TrendingQuestion(
        region(region == null ? RedisKeys.GLOBAL : region),
        window(timeRange == null ? TrendingWindow.DAY.id() : timeRange),
        limit(limit == null ? Integer.toString(DEFAULT_LIMIT) : limit));
  }

  private static String region(String region) {
    if (!region.equals(RedisKeys.GLOBAL) && !COUNTRY.matcher(region).matches()) {
      throw invalidParameter(
          "region", "must be global or a country as ISO 3166-1 alpha-2 writes it, such as US");
    }
    return region;
  }

  private static TrendingWindow window(String timeRange) {
    return Arrays.stream(TrendingWindow.values())
        .filter(window -> window.id().equals(timeRange))
        .findFirst()
        .orElseThrow(() -> invalidParameter("timeRange", "must be one of " + windows()));
  }

  private static int limit(String limit) {
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= TrendingList.MOST_ROWS) {
        return rows;
      }
    } catch (NumberFormatException unreadable) {
      // As wrong as one out of bounds.
    }
    throw invalidParameter("limit", "must be a number from 1 to " + TrendingList.MOST_ROWS);
  }

  private static String windows() {
    return Arrays.stream(TrendingWindow.values())
        .map(TrendingWindow::id)
        .collect(Collectors.joining(", "));
  }
}
