package viewstream.stack;

import java.util.Map;
import viewstream.stack.access.Secrets;
import viewstream.stack.clickhouse.ClickHouseEngine;
import viewstream.stack.kafka.KafkaBroker;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.Program;
import viewstream.stack.process.Service;
import viewstream.stack.process.SupervisedProcess;
import viewstream.stack.redis.RedisServer;
import viewstream.stack.registry.SchemaRegistry;

/** What each part consists of, and where its clients find it. */
final class Blueprint {
  private final Checkout checkout;
  private final DataFolder data;
  private final Ports ports;
  private final Secrets secrets;
  private final Launcher launcher;

  Blueprint(Checkout checkout, DataFolder data, Ports ports, Secrets secrets, Launcher launcher) {
    this.checkout = checkout;
    this.data = data;
    this.ports = ports;
    this.secrets = secrets;
    this.launcher = launcher;
  }

  Service service(Part part) {
    return switch (part) {
      case KAFKA ->
          process(new KafkaBroker(checkout.fleet("kafka"), data.of("kafka"), ports, launcher));
      case REDIS ->
          process(new RedisServer(checkout.fleet("redis"), data.of("redis"), ports.of(Port.REDIS)));
      case REGISTRY ->
          process(new SchemaRegistry(checkout.fleet("registry"), data.of("registry"), ports));
      case CLICKHOUSE ->
          process(new ClickHouseEngine(checkout.ownClassPath(), data.of("clickhouse"), ports));
      case SCHEMA, JOB_MANAGER, TASK_MANAGER, FLINK, INGESTION, QUERY ->
          throw new StackException(part.label() + " cannot be started yet");
    };
  }

  String address(Part part) {
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

  /** The variables by which every process of the fleet finds the others. */
  Map<String, String> environment() {
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
        Map.entry("VIEWSTREAM_TOPICS_PARTITIONS", "4"),
        Map.entry("VIEWSTREAM_TOPICS_REPLICATION", "1"));
  }

  private Service process(Program program) {
    return new SupervisedProcess(program, launcher);
  }
}
