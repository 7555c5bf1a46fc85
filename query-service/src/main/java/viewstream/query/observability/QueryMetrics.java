package viewstream.query.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Every metric of this service beside the framework's own. Names and labels are public API; in
 * Prometheus dots are underscores, and counters end in {@code _total}.
 *
 * <p>The accounting equation, of replies and of counters alike: every request for one counts under
 * exactly one result. Replies = local + shared + loaded + joined + stale + failed.
 */
@Component
public class QueryMetrics {
  /** Queries sent to ClickHouse to answer requests. Labels: {@link #QUERY}, {@link #OUTCOME}. */
  public static final String CLICKHOUSE_QUERIES = "viewstream.clickhouse.queries";

  /** How long they took. Label: {@link #QUERY}. */
  public static final String CLICKHOUSE_QUERY_TIME = "viewstream.clickhouse.query.time";

  /** Replies asked of the cache. Label: {@link #RESULT}, a {@link CacheResult}. */
  public static final String REPLIES = "viewstream.replies";

  /** Public counters read. Label: {@link #RESULT}, a {@link CounterResult}. */
  public static final String COUNTER_READS = "viewstream.counter.reads";

  /** Which query it was. */
  public static final String QUERY = "query";

  /** {@code ok} or {@code failed}. */
  public static final String OUTCOME = "outcome";

  /** Where an answer came from. */
  public static final String RESULT = "result";

  /** Where a reply came from. */
  public enum CacheResult {
    LOCAL,
    SHARED,
    LOADED,
    /** Another request was loading it already. */
    JOINED,
    /** It could not be loaded, so an old one was served. */
    STALE,
    FAILED
  }

  /** Where a public counter came from. */
  public enum CounterResult {
    LOCAL,
    REDIS,
    /** Redis had lost it, ClickHouse had not. */
    RESTORED,
    /** Nothing is known of the video. */
    UNKNOWN,
    /** Redis is away. */
    CLICKHOUSE,
    /** Another request was reading it already. */
    JOINED,
    /** Both are away. */
    STALE,
    FAILED
  }

  private final MeterRegistry registry;

  QueryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts a reply by where it came from. */
  public void reply(CacheResult result) {
    count(REPLIES, "Replies asked of the cache, by where they came from", result);
  }

  /** Counts a read of a public counter by where it came from. */
  public void counterRead(CounterResult result) {
    count(COUNTER_READS, "Public counters read, by where they came from", result);
  }

  /** Starts the clock of a ClickHouse query. */
  public Timer.Sample clickHouseQuery() {
    return Timer.start(registry);
  }

  /** Counts a ClickHouse query, whatever became of it. */
  public void clickHouseQueryDone(Timer.Sample started, String query, boolean ok) {
    started.stop(
        Timer.builder(CLICKHOUSE_QUERY_TIME)
            .description("How long queries to ClickHouse took")
            .tag(QUERY, query)
            .register(registry));
    Counter.builder(CLICKHOUSE_QUERIES)
        .description("Queries sent to ClickHouse to answer requests")
        .tag(QUERY, query)
        .tag(OUTCOME, ok ? "ok" : "failed")
        .register(registry)
        .increment();
  }

  private void count(String name, String description, Enum<?> result) {
    Counter.builder(name)
        .description(description)
        .tag(RESULT, result.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }
}
