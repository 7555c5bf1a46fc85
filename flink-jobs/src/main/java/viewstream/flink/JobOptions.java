package viewstream.flink;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * What a job is told when it is started: {@code --name value} on the command line, or an
 * environment variable; the command line wins.
 *
 * @param bootstrapServers of Kafka
 * @param registryUrl of the schema registry's Confluent API
 * @param clickHouseUrl of ClickHouse's HTTP interface
 * @param redisUrl of Redis
 * @param jobs the topologies to run
 * @param emitInterval how often a minute row or a trending list that changed is written again
 * @param counterInterval how often a public counter that changed is written again
 * @param checkpointInterval between checkpoints
 * @param checkpoints folder or URL for checkpoints; null leaves it to the cluster's configuration
 * @param parallelism of the job; by default what a laptop bears
 * @param generation of the output, 0 to 65535: raise it to replace all that earlier runs wrote
 * @param mostEventsPerView how many events are remembered of one view
 */
record JobOptions(
    String bootstrapServers,
    String registryUrl,
    String clickHouseUrl,
    String redisUrl,
    Set<Job> jobs,
    Duration emitInterval,
    Duration counterInterval,
    Duration checkpointInterval,
    @Nullable String checkpoints,
    int parallelism,
    int generation,
    int mostEventsPerView) {

  /** The topologies; each owns its tables and keys. */
  enum Job {
    /** Facts in {@code events} and {@code engagements}. */
    ARCHIVE,
    /** Live figures in {@code video_minute}. */
    MINUTES,
    /** The public view counter. */
    COUNTER,
    /** What is trending, in Redis and {@code trending_snapshots}. */
    TRENDING,
    /** {@code videos} and {@code channels}. */
    CATALOG
  }

  private static final int MOST_GENERATIONS = 1 << 16;
  private static final String ALL = "all";
  private static final String PRODUCT = "viewstream";

  JobOptions {
    jobs = Set.copyOf(jobs);
    if (jobs.isEmpty()) {
      throw new IllegalArgumentException("--jobs must name at least one job");
    }
    if (parallelism < 1) {
      throw new IllegalArgumentException("--parallelism must be at least 1, is " + parallelism);
    }
    if (generation < 0 || generation >= MOST_GENERATIONS) {
      throw new IllegalArgumentException("--generation must be 0 to 65535, is " + generation);
    }
    if (mostEventsPerView < 1) {
      throw new IllegalArgumentException(
          "--most-events-per-view must be at least 1, is " + mostEventsPerView);
    }
  }

  /**
   * @throws IllegalArgumentException if something is missing, unknown or cannot be read; the
   *     message says what to change
   */
  static JobOptions parse(String[] arguments, Map<String, String> environment) {
    Reader given = new Reader(named(arguments), environment);
    Duration emitInterval = given.duration("emit-interval", "10s");
    JobOptions options =
        new JobOptions(
            given.text("bootstrap-servers", "VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS"),
            given.text("registry-url", "VIEWSTREAM_SCHEMA_REGISTRY_URL"),
            given.text("clickhouse-url", "VIEWSTREAM_CLICKHOUSE_URL"),
            given.text("redis-url", "VIEWSTREAM_REDIS_URL"),
            jobs(given.optional("jobs", ALL)),
            emitInterval,
            given.duration("counter-interval", shorter(emitInterval)),
            given.duration("checkpoint-interval", "10s"),
            given.names.remove("checkpoints"),
            given.number("parallelism", 2),
            given.number("generation", 0),
            given.number("most-events-per-view", 20_000));
    if (!given.names.isEmpty()) {
      throw new IllegalArgumentException("unknown arguments: --" + given.names.keySet());
    }
    return options;
  }

  /** Of the job and of its consumer group: deployments that run some of the jobs are told apart. */
  String name() {
    return jobs.size() == Job.values().length
        ? PRODUCT
        : jobs.stream()
            .sorted()
            .map(job -> job.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("-", PRODUCT + "-", ""));
  }

  /** Public counters are to be ten seconds fresh, all steps on the way included. */
  private static String shorter(Duration emitInterval) {
    return Math.min(emitInterval.toMillis(), 4_000) + "ms";
  }

  private static Set<Job> jobs(String text) {
    if (text.equals(ALL)) {
      return EnumSet.allOf(Job.class);
    }
    Set<Job> jobs = EnumSet.noneOf(Job.class);
    for (String name : text.split(",", -1)) {
      try {
        jobs.add(Job.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            "--jobs must be 'all' or some of " + Arrays.toString(Job.values()) + ", is " + text,
            unknown);
      }
    }
    return jobs;
  }

  private static Map<String, String> named(String[] arguments) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException("expected --name value, got '" + arguments[i] + "'");
      }
      named.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return named;
  }

  private record Reader(Map<String, String> names, Map<String, String> environment) {
    String text(String name, String variable) {
      String value = names.remove(name);
      if (value == null) {
        value = environment.get(variable);
      }
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException("give --" + name + " or set " + variable);
      }
      return value;
    }

    String optional(String name, String otherwise) {
      String value = names.remove(name);
      return value == null ? otherwise : value;
    }

    Duration duration(String name, String otherwise) {
      return read(name, optional(name, otherwise), TimeUtils::parseDuration);
    }

    int number(String name, int otherwise) {
      return read(name, optional(name, Integer.toString(otherwise)), Integer::parseInt);
    }

    private static <T> T read(String name, String value, Function<String, T> parse) {
      try {
        return parse.apply(value);
      } catch (IllegalArgumentException unreadable) {
        throw new IllegalArgumentException(
            "--" + name + " cannot be read: '" + value + "'", unreadable);
      }
    }
  }
}
