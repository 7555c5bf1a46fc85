package viewstream.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import viewstream.stack.access.Secrets;
import viewstream.stack.clickhouse.ClickHouseEngine;
import viewstream.stack.flink.FlinkJob;
import viewstream.stack.flink.FlinkSite;
import viewstream.stack.flink.JobManager;
import viewstream.stack.flink.TaskManager;
import viewstream.stack.kafka.KafkaBroker;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.Program;
import viewstream.stack.process.Service;
import viewstream.stack.process.SupervisedProcess;
import viewstream.stack.redis.RedisServer;
import viewstream.stack.registry.SchemaRegistry;
import viewstream.stack.service.Migration;
import viewstream.stack.service.SpringService;

/** What each part consists of, and where its clients find it. */
final class Blueprint {
  private final Checkout checkout;
  private final DataFolder data;
  private final Ports ports;
  private final Secrets secrets;
  private final Launcher launcher;
  private final Map<Part, Service> services = new EnumMap<>(Part.class);

  Blueprint(Checkout checkout, DataFolder data, Ports ports, Secrets secrets, Launcher launcher) {
    this.checkout = checkout;
    this.data = data;
    this.ports = ports;
    this.secrets = secrets;
    this.launcher = launcher;
  }

  /** The one service of that part on this stack. */
  Service service(Part part) {
    Service known = services.get(part);
    if (known == null) {
      known = make(part);
      services.put(part, known);
    }
    return known;
  }

  private Service make(Part part) {
    return switch (part) {
      case KAFKA ->
          process(new KafkaBroker(checkout.fleet("kafka"), data.of("kafka"), ports, launcher));
      case REDIS ->
          process(new RedisServer(checkout.fleet("redis"), data.of("redis"), ports.of(Port.REDIS)));
      case REGISTRY ->
          process(new SchemaRegistry(checkout.fleet("registry"), data.of("registry"), ports));
      case CLICKHOUSE ->
          process(new ClickHouseEngine(checkout.ownClassPath(), data.of("clickhouse"), ports));
      case SCHEMA ->
          new Migration(
              () -> checkout.built("batch-rollup", "batch-rollup.jar"),
              data.root(),
              environment(),
              launcher);
      case JOB_MANAGER -> process(new JobManager(flink()));
      case TASK_MANAGER -> process(new TaskManager(flink()));
      case FLINK ->
          new FlinkJob(
              flink(),
              () -> checkout.built("flink-jobs", "flink-jobs-all.jar"),
              jobArguments(),
              service(Part.JOB_MANAGER),
              service(Part.TASK_MANAGER));
      case INGESTION ->
          process(
              SpringService.ingestion(
                  () -> checkout.built("ingestion-service", "ingestion-service-exec.jar"),
                  data.of("ingestion"),
                  ports,
                  environment()));
      case QUERY ->
          process(
              SpringService.query(
                  () -> checkout.built("query-service", "query-service-exec.jar"),
                  data.of("query"),
                  ports,
                  environment()));
    };
  }

  private FlinkSite flink() {
    return new FlinkSite(checkout.fleet("flink"), data.of("flink"), ports, environment());
  }

  private List<String> jobArguments() {
    return List.of(
        "--bootstrap-servers", address(Part.KAFKA),
        "--registry-url", address(Part.REGISTRY),
        "--clickhouse-url", address(Part.CLICKHOUSE),
        "--redis-url", address(Part.REDIS));
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
