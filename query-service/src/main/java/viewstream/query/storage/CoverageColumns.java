package viewstream.query.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import viewstream.query.freshness.Coverage;
import viewstream.query.freshness.Source;

/** What a statement of {@link Tiers} says of where its figures come from, in every row. */
final class CoverageColumns {
  /** What to select. */
  static final String SELECTED = "length(rolled) AS rolled_days, gap";

  private CoverageColumns() {}

  static Coverage read(ResultSet row, QuarterHours quarters) throws SQLException {
    return new Coverage(source(row.getLong("rolled_days"), quarters), gap(row.getLong("gap")));
  }

  static Source source(long rolledDays, QuarterHours quarters) {
    if (rolledDays == 0) {
      return Source.REALTIME;
    }
    return rolledDays == quarters.days() && quarters.areAll() ? Source.ROLLUP : Source.MIXED;
  }

  private static @Nullable Instant gap(long epochSecond) {
    return epochSecond == 0 ? null : Instant.ofEpochSecond(epochSecond);
  }
}
