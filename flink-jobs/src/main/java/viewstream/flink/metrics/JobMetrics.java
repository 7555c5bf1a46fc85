package viewstream.flink.metrics;

/** The name of every metric of the jobs, below Flink's own scope. Names are public API. */
public final class JobMetrics {
  /** The group that all of them are in. */
  public static final String GROUP = "viewstream";

  /** Counter: events that are new to their view, or engagements that are new. */
  public static final String ACCEPTED = "accepted";

  /** Counter: events whose id was seen before; dropped. */
  public static final String DUPLICATES = "duplicates";

  /** Counter: events that claim a sequence number which another event of the view has; dropped. */
  public static final String SEQUENCE_CONFLICTS = "sequence_conflicts";

  /** Counter: accepted events that repeat a milestone their view has passed. */
  public static final String MILESTONE_CONFLICTS = "milestone_conflicts";

  /** Counter: events that came more than 24 hours late; only the rollup counts them. */
  public static final String TOO_LATE = "too_late";

  /** Counter: events beyond what is remembered of one view; only the rollup counts them. */
  public static final String BEYOND_MEMORY = "beyond_memory";

  /** Counter: contributions that came after their minute had closed. */
  public static final String LATE_CONTRIBUTIONS = "late_contributions";

  /** Gauge: videos that trending has views of, counted once per region and window. */
  public static final String RINGS = "rings";

  /** Counter: records that could not be read; kept in {@code rejected_events}. */
  public static final String POISON = "poison";

  /** Counter: batches that a store took. */
  public static final String BATCHES = "batches";

  /** Counter: attempts to write a batch that failed and are repeated. */
  public static final String RETRIES = "retries";

  /** Gauge: bytes that a store has not taken yet. */
  public static final String UNWRITTEN_BYTES = "unwritten_bytes";

  private JobMetrics() {}
}
