package viewstream.schema.redis;

import org.jspecify.annotations.Nullable;

/**
 * One video of a {@link TrendingList}; its rank is its place there.
 *
 * @param videoId the video
 * @param views in the window, at least 1
 * @param previousViews in the equal window just before
 * @param previousRank in the equal window just before, from 1; null outside its first 1 000
 */
public record TrendingRow(
    String videoId, long views, long previousViews, @Nullable Integer previousRank) {
  private static final int FIELDS = 4;
  private static final int DAMPING = 10;

  public TrendingRow {
    if (views < 1 || previousViews < 0 || (previousRank != null && previousRank < 1)) {
      throw new IllegalArgumentException(
          "views and previousRank must be at least 1 and previousViews at least 0, are %d, %s and %d"
              .formatted(views, previousRank, previousViews));
    }
  }

  /** Views now over views before, ten added to each so that small numbers do not jump. */
  public double growthRate() {
    return (double) (views + DAMPING) / (previousViews + DAMPING);
  }

  /** The row as one line, without its end. */
  String toLine() {
    return videoId
        + '\t'
        + views
        + '\t'
        + previousViews
        + '\t'
        + (previousRank == null ? "" : previousRank);
  }

  static TrendingRow parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("expected " + FIELDS + " fields, got '" + line + "'");
    }
    return new TrendingRow(
        fields[0],
        Long.parseLong(fields[1]),
        Long.parseLong(fields[2]),
        fields[3].isEmpty() ? null : Integer.valueOf(fields[3]));
  }
}
