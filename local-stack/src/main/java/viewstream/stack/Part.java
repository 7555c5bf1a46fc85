package viewstream.stack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import viewstream.stack.network.Port;

/** The parts of the fleet: where each listens, and which others it needs before it can start. */
public enum Part {
  KAFKA(on(Port.KAFKA, Port.KAFKA_CONTROLLER)),
  REDIS(on(Port.REDIS)),
  CLICKHOUSE(on(Port.CLICKHOUSE)),
  REGISTRY(on(Port.REGISTRY, Port.REGISTRY_MANAGEMENT)),
  /** Topics, registry subjects and tables: made once, then there. Needs no process. */
  SCHEMA(on(), KAFKA, REGISTRY, CLICKHOUSE),
  JOB_MANAGER(on(Port.FLINK, Port.FLINK_RPC)),
  TASK_MANAGER(on()),
  /** The job on its cluster: healthy while it runs; killing it kills both its processes. */
  FLINK(on(), SCHEMA, REDIS, JOB_MANAGER, TASK_MANAGER),
  INGESTION(on(Port.INGESTION, Port.INGESTION_MANAGEMENT), SCHEMA),
  QUERY(on(Port.QUERY, Port.QUERY_MANAGEMENT), SCHEMA, REDIS);

  private final Set<Port> ports;
  private final Set<Part> needs;

  Part(Set<Port> ports, Part... needs) {
    this.ports = ports;
    this.needs = Set.of(needs);
  }

  /** Where it listens. */
  public Set<Port> ports() {
    return ports;
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
  public static Set<Part> withNeeds(Set<Part> parts) {
    Set<Part> all = EnumSet.copyOf(parts);
    parts.stream()
        .filter(part -> !part.needs.isEmpty())
        .forEach(part -> all.addAll(withNeeds(part.needs)));
    return all;
  }

  private static Set<Port> on(Port... ports) {
    return Set.of(ports);
  }
}
