package viewstream.rollup.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import viewstream.rollup.clickhouse.ClickHouse;

/** Which days are rolled, and what each roll changed. */
public final class Ledger {
  private final ClickHouse clickHouse;

  public Ledger(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  /**
   * Of every rolled day, the snapshot of its last roll: all rows inserted before it are counted.
   */
  public NavigableMap<LocalDate, Instant> snapshots() {
    NavigableMap<LocalDate, Instant> snapshots = new TreeMap<>();
    clickHouse
        .rows(
            "SELECT day, toUnixTimestamp(argMax(snapshot_time, rolled_at))"
                + " FROM viewstream.rollup_ledger GROUP BY day")
        .forEach(
            row ->
                snapshots.put(
                    LocalDate.parse(row.get(0)),
                    Instant.ofEpochSecond(Long.parseLong(row.get(1)))));
    return snapshots;
  }

  /** What the last roll of a day counted; nothing if there was none. */
  Totals totals(LocalDate day) {
    return Totals.of(
        clickHouse
            .rows(
                "SELECT argMax(new_views, rolled_at), argMax(new_watch_time_ms, rolled_at)"
                    + " FROM viewstream.rollup_ledger WHERE day = toDate('"
                    + day
                    + "')")
            .getFirst());
  }

  void write(LocalDate day, Instant snapshot, RollReason reason, Totals before, Totals after) {
    clickHouse.execute(
        """
        INSERT INTO viewstream.rollup_ledger
            (day, rolled_at, snapshot_time, reason, old_views, new_views, old_watch_time_ms, new_watch_time_ms)
        SELECT toDate('%s'), now64(3), fromUnixTimestamp(%d), '%s', %d, %d, %d, %d
        """
            .formatted(
                day,
                snapshot.getEpochSecond(),
                reason.id(),
                before.views(),
                after.views(),
                before.watchTimeMs(),
                after.watchTimeMs()));
  }
}
