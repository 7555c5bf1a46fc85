package viewstream.rollup.counter;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import viewstream.rollup.RefusedException;
import viewstream.rollup.clickhouse.ClickHouse;
import viewstream.rollup.redis.Redis;
import viewstream.schema.redis.RedisKeys;

/**
 * Writes {@code base} and {@code base_day} of public counters: the views of all days up to a day
 * that every earlier day is rolled up to, and rolled after the stream had closed it. Later days are
 * the stream's; no day is ever in both.
 */
public final class CounterBase {
  private static final int BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Moves a base on, and drops the days that it covers. A counter without a base day is incomplete:
   * days may be missing that nobody but ClickHouse knows, so it is left to whoever reads it, who
   * restores all of it. One whose base day is later was restored from figures that this roll may
   * have changed: if it covers the day it is made incomplete, and so restored again. KEYS: the
   * hash. ARGV: base, base day, the day that was rolled.
   */
  static final String ADVANCE =
      """
      local held = redis.call('HGET', KEYS[1], '%2$s')
      if not held then
        return 0
      end
      if held > ARGV[2] then
        if held >= ARGV[3] then
          redis.call('HDEL', KEYS[1], '%2$s')
        end
        return 0
      end
      if ARGV[3] > ARGV[2] then
        return 0
      end
      redis.call('HSET', KEYS[1], '%1$s', ARGV[1], '%2$s', ARGV[2])
      for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
        if string.match(field, '^%%d') and field <= ARGV[2] then
          redis.call('HDEL', KEYS[1], field)
        end
      end
      return 1
      """
          .formatted(RedisKeys.VIEWS_BASE, RedisKeys.VIEWS_BASE_DAY);

  private final ClickHouse clickHouse;
  private final Redis redis;
  private final Supplier<SettledDays> settledDays;

  /**
   * @param settledDays which days are closed; asked anew for each day
   */
  public CounterBase(ClickHouse clickHouse, Redis redis, Supplier<SettledDays> settledDays) {
    this.clickHouse = clickHouse;
    this.redis = redis;
    this.settledDays = settledDays;
  }

  /**
   * Brings the counters of a day's videos up to date, once the day's figures are published.
   *
   * @param day that is being rolled
   * @param snapshot of this roll; the ledger does not know it yet
   */
  public void write(LocalDate day, Instant snapshot) {
    SettledDays settled = settledDays.get();
    LocalDate baseDay = settled.through(day, snapshot);
    // A day that was missing until now may have held the days after it back.
    LocalDate last = settled.wasSettled(day) || baseDay.isBefore(day) ? day : baseDay;
    Batch batch = new Batch(baseDay, day);
    clickHouse.each(
        """
        SELECT video_id, sumIf(views, day <= toDate('%1$s'))
        FROM viewstream.video_day
        WHERE video_id IN (
            SELECT video_id FROM viewstream.video_day
            WHERE day BETWEEN toDate('%2$s') AND toDate('%3$s'))
        GROUP BY video_id
        """
            .formatted(baseDay, day, last),
        row -> batch.add(row.get(0), row.get(1)));
    batch.flush();
  }

  /** Writes that are under way together. */
  private final class Batch {
    private final RedisAsyncCommands<String, String> commands = redis.connection().async();
    private final LocalDate baseDay;
    private final LocalDate rolled;
    private final List<RedisFuture<?>> pending = new ArrayList<>();

    Batch(LocalDate baseDay, LocalDate rolled) {
      this.baseDay = baseDay;
      this.rolled = rolled;
    }

    void add(String videoId, String base) {
      String[] keys = {RedisKeys.views(videoId)};
      pending.add(
          commands.eval(
              ADVANCE,
              ScriptOutputType.INTEGER,
              keys,
              base,
              baseDay.toString(),
              rolled.toString()));
      if (pending.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      try {
        if (!LettuceFutures.awaitAll(PATIENCE, pending.toArray(RedisFuture[]::new))) {
          throw new RedisException("no answer within " + PATIENCE);
        }
      } catch (RedisException failed) {
        throw new RefusedException(
            "the public counters could not be written (" + failed.getMessage() + "): run it again");
      }
      pending.clear();
    }
  }
}
