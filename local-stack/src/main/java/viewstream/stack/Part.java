package viewstream.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The parts of the fleet, and which others each one needs before it can start. */
public enum Part {
  KAFKA,
  REDIS,
  CLICKHOUSE,
  REGISTRY,
  /** Topics, registry subjects and tables: made once, then there. Needs no process. */
  SCHEMA(KAFKA, REGISTRY, CLICKHOUSE),
  JOB_MANAGER,
  TASK_MANAGER,
  /** The job on its cluster: healthy while it runs; killing it kills both its processes. */
  FLINK(SCHEMA, REDIS, JOB_MANAGER, TASK_MANAGER),
  INGESTION(SCHEMA),
  QUERY(SCHEMA, REDIS);

  private final Set<Part> needs;

  Part(Part... needs) {
    this.needs = Set.of(needs);
  }

  /** What must be healthy before this starts. */
  public Set<Part> needs() {
    return needs;
  }

  /** The name by which a user speaks of it: {@code job-manager}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** These parts and everything they need. */
  static Set<Part> withNeeds(Set<Part> parts) {
    Set<Part> all = EnumSet.copyOf(parts);
    parts.forEach(part -> part.needs.forEach(need -> all.addAll(withNeeds(Set.of(need)))));
    return all;
  }
}
