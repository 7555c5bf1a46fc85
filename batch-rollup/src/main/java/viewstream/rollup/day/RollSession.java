package viewstream.rollup.day;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import viewstream.rollup.clickhouse.ClickHouse;
import viewstream.rollup.counter.CounterBase;
import viewstream.rollup.counter.SettledDays;
import viewstream.rollup.redis.Lock;
import viewstream.rollup.redis.Redis;
import viewstream.rollup.redis.StreamProgress;

/** The only rollup that runs, with its servers; until it is closed. */
public final class RollSession implements AutoCloseable {
  private final RollOptions options;
  private final ClickHouse clickHouse;
  private final Redis redis;
  private final Lock lock;
  private final Facts facts;
  private final Ledger ledger;
  private final Steps steps;
  private final Instant now;
  private final Optional<Instant> stored;

  /**
   * Waits until no other rollup runs.
   *
   * @param out where progress is told
   * @throws viewstream.rollup.RefusedException if Redis is away, or another rollup did not end
   */
  public RollSession(RollOptions options, Clock clock, PrintWriter out) {
    this.options = options;
    this.clickHouse = new ClickHouse(options.servers.clickhouseUrl(), options.limits());
    this.redis = new Redis(options.servers.redisUrl());
    this.lock = Lock.take(redis, options.wait, out::println);
    this.steps = ProgressLines.orBar(out);
    this.now = clock.instant();
    this.stored = StreamProgress.through(redis);
    this.facts = new Facts(clickHouse, oldestDay());
    this.ledger = new Ledger(clickHouse);
  }

  /** Rolls one day. */
  public void roll(LocalDate day, RollReason reason) {
    var counters = new CounterBase(clickHouse, redis, this::settledDays);
    new DayRoll(clickHouse, counters, lock, steps, options.reachDays).roll(day, reason);
  }

  private SettledDays settledDays() {
    return new SettledDays(streamTime(), facts.lastInsertions().keySet(), ledger.snapshots());
  }

  /** By the clock. */
  public Instant now() {
    return now;
  }

  /** How far the stream has stored facts; empty when no stream has told. */
  public Optional<Instant> stored() {
    return stored;
  }

  /** As far as the stream has come, by its own word if it has told, otherwise by the clock. */
  public Instant streamTime() {
    return stored.filter(now::isAfter).orElse(now);
  }

  /** The first day of which all raw events are there still. */
  public LocalDate oldestDay() {
    return options.oldestDay(now);
  }

  public Facts facts() {
    return facts;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    lock.close();
    redis.close();
    clickHouse.close();
  }
}
