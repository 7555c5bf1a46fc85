package viewstream.rollup.day;

import java.util.List;

/** What the ledger compares: a day's views and watch time. */
record Totals(long views, long watchTimeMs) {
  static Totals of(List<String> row) {
    return new Totals(Long.parseLong(row.get(0)), Long.parseLong(row.get(1)));
  }
}
