package viewstream.rollup.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viewstream.rollup.clickhouse.ClickHouse;
import viewstream.rollup.counter.CounterBase;
import viewstream.rollup.redis.Lock;

/**
 * Rolls one day: everything is put together in staging tables, one statement per step, checked, and
 * then replaces the day's partitions; the ledger is written last. A run that ends before that has
 * done nothing that the next one does not do again.
 */
public final class DayRoll {
  private final ClickHouse clickHouse;
  private final Ledger ledger;
  private final CounterBase counters;
  private final Lock lock;
  private final Steps steps;
  private final int reachDays;

  /**
   * @param lock held by this process
   * @param reachDays how many days before and after a day events of its views are looked for
   */
  public DayRoll(
      ClickHouse clickHouse, CounterBase counters, Lock lock, Steps steps, int reachDays) {
    this.clickHouse = clickHouse;
    this.ledger = new Ledger(clickHouse);
    this.counters = counters;
    this.lock = lock;
    this.steps = steps;
    this.reachDays = reachDays;
  }

  /**
   * Rolls the day.
   *
   * @throws viewstream.rollup.RefusedException if the figures contradict each other; then nothing
   *     is published
   * @throws viewstream.rollup.clickhouse.ClickHouseException if ClickHouse refuses or is away
   */
  public void roll(LocalDate day, RollReason reason) {
    Run run = new Run(new DayWindow(day, reachDays), reason);
    List<Step> all = run.steps();
    for (int i = 0; i < all.size(); i++) {
      lock.require();
      steps.begins(day.toString(), i + 1, all.size(), all.get(i).name());
      all.get(i).action().run();
    }
    steps.done(
        "%s rolled: %d views before, %d now".formatted(day, run.before.views(), run.after.views()));
  }

  /** The steps of one roll, and what they tell each other. */
  private final class Run {
    private final DayWindow window;
    private final RollReason reason;
    private final Staging staging;
    private final Map<String, String> values = new HashMap<>();
    private Instant snapshot = Instant.EPOCH;
    private Totals before = new Totals(0, 0);
    private Totals after = new Totals(0, 0);

    Run(DayWindow window, RollReason reason) {
      this.window = window;
      this.reason = reason;
      this.staging = new Staging(clickHouse, UUID.randomUUID().toString().replace("-", ""));
      values.putAll(window.values());
      values.putAll(staging.names());
      values.put("figures", Figures.columns(List.of()));
      values.put("sums", Figures.sums(List.of()));
    }

    List<Step> steps() {
      List<Step> all = new ArrayList<>();
      all.add(new Step("staging tables", this::begin));
      all.add(statement("late-verdicts"));
      all.add(statement("late-events"));
      all.add(statement("engagements"));
      all.add(statement("views"));
      all.add(statement("quarter-hour-views"));
      all.add(statement("quarter-hour-reports"));
      all.add(statement("quarter-hour-milestones"));
      all.add(statement("quarter-hour-engagements"));
      all.add(addUp(RolledTable.VIDEO_QUARTER_HOUR));
      all.add(statement("video-day-figures"));
      all.add(statement("video-day-viewers"));
      all.add(statement("video-day-owners"));
      all.add(addUp(RolledTable.VIDEO_DAY));
      all.add(statement("channel-day-figures"));
      all.add(statement("channel-day-viewers"));
      all.add(statement("channel-day-subscriptions"));
      all.add(addUp(RolledTable.CHANNEL_DAY));
      all.add(statement("platform-day-figures"));
      all.add(statement("platform-day-viewers"));
      all.add(addUp(RolledTable.PLATFORM_DAY));
      all.add(new Step("checks", () -> new Checks(clickHouse, staging).run(values)));
      for (RolledTable table : RolledTable.values()) {
        all.add(new Step("replace " + table.id(), () -> replace(table)));
      }
      all.add(new Step("public counters", () -> counters.write(window.day(), snapshot)));
      all.add(new Step("ledger", this::record));
      all.add(new Step("clean up", staging::drop));
      return all;
    }

    private void begin() {
      // Rows on their way when the clock is read get an older insertion time: a minute covers them.
      snapshot =
          Instant.ofEpochSecond(
              Long.parseLong(
                  clickHouse.rows("SELECT toUnixTimestamp(now()) - 60").getFirst().getFirst()));
      before = ledger.totals(window.day());
      staging.create();
    }

    private Step statement(String name) {
      return new Step(name.replace('-', ' '), () -> clickHouse.execute(Statement.of(name, values)));
    }

    private Step addUp(RolledTable table) {
      return new Step(
          table.id(),
          () -> {
            Map<String, String> all = new HashMap<>(values);
            all.put("table", staging.name(table));
            all.put("parts", values.get(Staging.parts(table)));
            all.put("keys", table.keys());
            all.put("figures", Figures.columns(table.ownColumns()));
            all.put("sums", Figures.sums(table.ownSums()));
            clickHouse.execute(Statement.of("add-up", all));
          });
    }

    /** ClickHouse takes no partition from an empty table; where nothing is, nothing shall be. */
    private void replace(RolledTable table) {
      String source = staging.name(table);
      boolean empty =
          clickHouse.rows("SELECT count() FROM " + source).getFirst().getFirst().equals("0");
      clickHouse.execute(
          "ALTER TABLE viewstream.%s %s"
              .formatted(
                  table.id(),
                  empty
                      ? "DROP PARTITION " + window.partition()
                      : "REPLACE PARTITION %s FROM %s".formatted(window.partition(), source)));
    }

    private void record() {
      after =
          Totals.of(
              clickHouse
                  .rows(
                      "SELECT sum(views), sum(watch_time_ms) FROM "
                          + staging.name(RolledTable.PLATFORM_DAY))
                  .getFirst());
      ledger.write(window.day(), snapshot, reason, before, after);
    }
  }
}
