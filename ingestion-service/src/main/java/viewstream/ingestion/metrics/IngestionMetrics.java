package viewstream.ingestion.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.validation.RejectReason;

/**
 * Every metric of the service. Names and labels are public API.
 *
 * <p>The accounting equation, in events and at rest: <b>received = accepted + rejected(reason) +
 * refused</b>. An event is received when its request's body was cut into events; it is refused when
 * the whole request then is, because its caller sends too much or neither Kafka nor the spool took
 * it. Requests that are refused earlier never had countable events: they count in {@link
 * #REQUESTS_REFUSED} alone. Dry runs count nowhere.
 */
@Component
public final class IngestionMetrics {
  /** Events that were found in bodies. */
  public static final String RECEIVED = "viewstream.ingestion.events.received";

  /** Events that are on enough Kafka replicas or on the spool's disk, or had nothing to publish. */
  public static final String ACCEPTED = "viewstream.ingestion.events.accepted";

  /** Events that broke a rule and are kept in {@code rejected_events}; label {@code reason}. */
  public static final String REJECTED = "viewstream.ingestion.events.rejected";

  /** Events whose request got 429 or 503 after they had been counted. */
  public static final String REFUSED = "viewstream.ingestion.events.refused";

  /** Requests answered with a problem; label {@code code}. */
  public static final String REQUESTS_REFUSED = "viewstream.ingestion.requests.refused";

  /** Events that were read; label {@code path}: {@code fast}, or the whole {@code pipeline}. */
  public static final String READ = "viewstream.ingestion.events.read";

  /** Time of one step for one event or request; label {@code step}, see {@link Step}. */
  public static final String STEP = "viewstream.ingestion.step";

  /**
   * Time from the first record handed to Kafka until all of a request are acknowledged or given up.
   */
  public static final String PUBLISH = "viewstream.ingestion.publish";

  /** Time until the records of a request were safe in the spool, or refused there. */
  public static final String SPOOL = "viewstream.ingestion.spool";

  /** Bytes in the spool that Kafka has not acknowledged. */
  public static final String SPOOL_BYTES = "viewstream.ingestion.spool.depth";

  /** Records in the spool that Kafka has not acknowledged. */
  public static final String SPOOL_RECORDS = "viewstream.ingestion.spool.records";

  /** How long the oldest of them has been there. */
  public static final String SPOOL_AGE = "viewstream.ingestion.spool.age";

  /** Records that came out of the spool and were acknowledged by Kafka. */
  public static final String REPLAYED = "viewstream.ingestion.spool.replayed";

  /** Places in the spool that were damaged when the service started; their files are kept. */
  public static final String SPOOL_DAMAGED = "viewstream.ingestion.spool.damaged";

  /** 1 while requests go to Kafka, 0 while they go to the spool. */
  public static final String KAFKA_WORKS = "viewstream.ingestion.kafka.works";

  /** Bytes of bodies in memory now. */
  public static final String BYTES_IN_FLIGHT = "viewstream.ingestion.bytes.in.flight";

  /** User agents looked up; label {@code outcome}, see {@link Lookup}. */
  public static final String USER_AGENTS = "viewstream.ingestion.user.agents";

  /**
   * Facts about a request's sender that could not be told; label {@code fact}, see {@link Fact}.
   */
  public static final String UNKNOWN_FACTS = "viewstream.ingestion.unknown.facts";

  /**
   * When a database in use was last changed, in seconds since 1970; 0 warns that there is none;
   * label {@code database}.
   */
  public static final String DATABASE = "viewstream.ingestion.database.changed";

  /**
   * How far clients' clocks were off when they sent, in either direction, by {@code sent_at} of
   * envelopes.
   */
  public static final String SKEW = "viewstream.ingestion.skew";

  /** Things in CMCD reports that are not as the standard says; label {@code issue}. */
  public static final String CMCD_ISSUES = "viewstream.ingestion.cmcd.issues";

  /** A clock that says the year 1 must not hide all others in the sum. */
  private static final Duration WIDEST_SKEW = Duration.ofDays(365);

  private final MeterRegistry registry;
  private final Counter received;
  private final Counter accepted;
  private final Counter refused;
  private final Counter readFast;
  private final Counter readByPipeline;
  private final Map<RejectReason, Counter> rejected;
  private final Map<Lookup, Counter> userAgents;
  private final Map<Fact, Counter> unknownFacts;
  private final Map<Step, Timer> steps;
  private final Timer skew;
  private final Timer publish;
  private final Timer spool;
  private final Counter replayed;

  /** Registers all metrics that have fixed labels, so that they are there before they count. */
  public IngestionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.received = counter(RECEIVED, "events found in request bodies").register(registry);
    this.accepted =
        counter(ACCEPTED, "events acknowledged by Kafka or kept in the spool").register(registry);
    this.refused = counter(REFUSED, "events of requests that got 429 or 503").register(registry);
    this.readFast = read("fast").register(registry);
    this.readByPipeline = read("pipeline").register(registry);
    this.rejected =
        perLabel(
            RejectReason.class,
            reason ->
                counter(REJECTED, "events that broke a rule")
                    .tag("reason", reason.code())
                    .register(registry));
    this.userAgents =
        perLabel(
            Lookup.class,
            outcome ->
                counter(USER_AGENTS, "user agents looked up")
                    .tag("outcome", outcome.label())
                    .register(registry));
    this.unknownFacts =
        perLabel(
            Fact.class,
            fact ->
                counter(UNKNOWN_FACTS, "facts about a sender that could not be told")
                    .tag("fact", fact.label())
                    .register(registry));
    this.skew =
        Timer.builder(SKEW)
            .description("how far clients' clocks were off when they sent, in either direction")
            .serviceLevelObjectives(
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofDays(1))
            .register(registry);
    this.steps =
        perLabel(
            Step.class,
            step ->
                Timer.builder(STEP)
                    .description("time of one step for one event or request")
                    .tag("step", step.label())
                    .register(registry));
    this.publish = histogram(PUBLISH, "time until Kafka acknowledged a request's records");
    this.spool = histogram(SPOOL, "time until a request's records were safe in the spool");
    this.replayed =
        counter(REPLAYED, "records of the spool acknowledged by Kafka").register(registry);
  }

  public void received(long events) {
    received.increment(events);
  }

  public void accepted(long events) {
    accepted.increment(events);
  }

  public void refused(long events) {
    refused.increment(events);
  }

  /** Counts events by the path on which they were read. */
  public void read(long fast, long byPipeline) {
    readFast.increment(fast);
    readByPipeline.increment(byPipeline);
  }

  public void rejected(RejectReason reason) {
    increment(rejected.get(reason));
  }

  /** Counts a request that was answered with a problem. */
  public void requestRefused(String code) {
    counter(REQUESTS_REFUSED, "requests answered with a problem")
        .tag("code", code)
        .register(registry)
        .increment();
  }

  /** Counts something in a CMCD report that is not as the standard says. */
  public void cmcdIssue(String issue) {
    counter(CMCD_ISSUES, "things in CMCD reports that are not as the standard says")
        .tag("issue", issue)
        .register(registry)
        .increment();
  }

  /** Counts a look-up of a user agent. */
  public void userAgent(Lookup outcome) {
    increment(userAgents.get(outcome));
  }

  /** Counts a fact that could not be told. */
  public void unknown(Fact fact) {
    increment(unknownFacts.get(fact));
  }

  /** Shows when a database was last changed, in seconds since 1970, 0 while there is none. */
  public void database(String name, LongSupplier changed) {
    Gauge.builder(DATABASE, changed::getAsLong)
        .description("when the database in use was last changed; 0 if there is none")
        .baseUnit("seconds")
        .tag("database", name)
        .register(registry);
  }

  /** Records how far a client's clock was off, in either direction; null if it did not say. */
  public void skew(@Nullable Duration skew) {
    if (skew != null) {
      Duration off = skew.abs();
      this.skew.record(off.compareTo(WIDEST_SKEW) < 0 ? off : WIDEST_SKEW);
    }
  }

  /** Shows a number of bytes as it is when asked. */
  public void bytesInFlight(LongSupplier bytes) {
    gauge(BYTES_IN_FLIGHT, "bytes", "bytes of request bodies in memory", bytes);
  }

  /** Times publishing. */
  public Timer publish() {
    return publish;
  }

  /** Times what goes to the spool. */
  public Timer spool() {
    return spool;
  }

  /** Counts what came out of the spool again. */
  public void replayed(long records) {
    replayed.increment(records);
  }

  /** Shows what is in the spool when asked. */
  public void spooled(
      LongSupplier bytes, LongSupplier records, Supplier<Duration> age, LongSupplier damaged) {
    gauge(SPOOL_BYTES, "bytes", "bytes in the spool", bytes);
    gauge(SPOOL_RECORDS, "records", "records in the spool", records);
    gauge(SPOOL_AGE, "seconds", "age of the oldest record", () -> age.get().toSeconds());
    gauge(SPOOL_DAMAGED, "places", "damaged places found at start", damaged);
  }

  /** Shows whether requests go to Kafka. */
  public void kafkaWorks(BooleanSupplier works) {
    gauge(KAFKA_WORKS, null, "whether requests go to Kafka", () -> works.getAsBoolean() ? 1 : 0);
  }

  /** Starts to time the steps of one event. */
  public StepWatch watch() {
    return new StepWatch(steps);
  }

  private Timer histogram(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(registry);
  }

  private void gauge(String name, @Nullable String unit, String description, LongSupplier value) {
    Gauge.builder(name, value::getAsLong)
        .description(description)
        .baseUnit(unit)
        .register(registry);
  }

  private static <E extends Enum<E>, M> Map<E, M> perLabel(Class<E> labels, Function<E, M> meter) {
    var meters = new EnumMap<E, M>(labels);
    for (E label : labels.getEnumConstants()) {
      meters.put(label, meter.apply(label));
    }
    return meters;
  }

  private static Counter.Builder read(String path) {
    return counter(READ, "events read").tag("path", path);
  }

  private static void increment(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }

  private static Counter.Builder counter(String name, String description) {
    return Counter.builder(name).description(description);
  }
}
