package viewstream.rollup.day;

import java.util.LinkedHashMap;
import java.util.Map;
import viewstream.rollup.clickhouse.ClickHouse;

/**
 * The tables in which a day is put together before anybody sees it. Their names belong to one run:
 * what a killed run left behind, or still writes on the server, cannot mix with them.
 */
final class Staging {
  private static final String DATABASE = "viewstream.";
  private static final String PREFIX = "rollup_staging_";

  private final ClickHouse clickHouse;
  private final String run;

  /** Placeholder of each table, and the table it is like. */
  private final Map<String, String> likes = new LinkedHashMap<>();

  /**
   * @param run letters and digits that no other run has
   */
  Staging(ClickHouse clickHouse, String run) {
    this.clickHouse = clickHouse;
    this.run = run;
    likes.put("late_verdicts", "events");
    likes.put("late_events", "events");
    likes.put("views", "events");
    likes.put("engagements", "engagements");
    for (RolledTable table : RolledTable.values()) {
      likes.put(table.id(), table.id());
      likes.put(parts(table), table.id());
    }
  }

  /** The placeholder of the table that holds what is still to be added up. */
  static String parts(RolledTable table) {
    return table.id() + "_parts";
  }

  /** What each placeholder stands for. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    likes.keySet().forEach(name -> names.put(name, DATABASE + PREFIX + run + "_" + name));
    return names;
  }

  String name(RolledTable table) {
    return DATABASE + PREFIX + run + "_" + table.id();
  }

  /** Drops what dead runs left, and makes this run's tables. Only the holder of the lock may. */
  void create() {
    drop();
    Map<String, String> names = names();
    likes.forEach(
        (name, like) ->
            clickHouse.execute(
                "CREATE TABLE %s AS viewstream.%s".formatted(names.get(name), like)));
  }

  /** Drops the staging tables of all runs. Only the holder of the lock may. */
  void drop() {
    clickHouse
        .rows(
            "SELECT name FROM system.tables WHERE database = 'viewstream' AND startsWith(name, '%s')"
                .formatted(PREFIX))
        .forEach(
            row ->
                clickHouse.execute("DROP TABLE IF EXISTS " + DATABASE + row.getFirst() + " SYNC"));
  }
}
