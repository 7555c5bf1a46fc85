package viewstream.stack;

import java.util.Map;
import viewstream.stack.access.Secrets;
import viewstream.stack.databases.DatabaseCache;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.registry.SchemaRegistry;

/**
 * How every process of a fleet finds the others.
 *
 * @param ports where they listen
 * @param secrets what they share
 */
public record FleetEnvironment(Ports ports, Secrets secrets) {
  /**
   * Where clients of a part find it: {@code host:port} for Kafka, a URL for all others.
   *
   * @throws IllegalArgumentException for a part that is no server
   */
  public String address(Part part) {
    return switch (part) {
      case KAFKA -> ports.address(Port.KAFKA);
      case REDIS -> "redis://" + ports.address(Port.REDIS);
      case CLICKHOUSE -> ports.http(Port.CLICKHOUSE);
      case REGISTRY -> SchemaRegistry.url(ports);
      case JOB_MANAGER, TASK_MANAGER, FLINK -> ports.http(Port.FLINK);
      case INGESTION -> ports.http(Port.INGESTION);
      case QUERY -> ports.http(Port.QUERY);
      case SCHEMA -> throw new IllegalArgumentException("schema: has no address");
    };
  }

  /** The variables that all of them read. */
  public Map<String, String> variables() {
    return Map.ofEntries(
        Map.entry("VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS", address(Part.KAFKA)),
        Map.entry("VIEWSTREAM_SCHEMA_REGISTRY_URL", address(Part.REGISTRY)),
        Map.entry("VIEWSTREAM_CLICKHOUSE_URL", address(Part.CLICKHOUSE)),
        Map.entry("VIEWSTREAM_REDIS_URL", address(Part.REDIS)),
        Map.entry("VIEWSTREAM_JWT_SECRET", secrets.jwtSecret()),
        Map.entry("VIEWSTREAM_KEYS_WRITE", secrets.writeKey()),
        Map.entry("VIEWSTREAM_KEYS_SECRET", secrets.secretKey()),
        Map.entry("VIEWSTREAM_KEYS_PSEUDONYM", secrets.pseudonymKey()),
        Map.entry("VIEWSTREAM_ANONYMOUS_INGEST", "true"),
        Map.entry("VIEWSTREAM_DATABASES_FOLDER", DatabaseCache.ofUser().folder().toString()),
        Map.entry("VIEWSTREAM_PROXIES_TRUSTED", "127.0.0.0/8,::1"),
        Map.entry("VIEWSTREAM_TOPICS_PARTITIONS", "4"),
        Map.entry("VIEWSTREAM_TOPICS_REPLICATION", "1"));
  }
}
