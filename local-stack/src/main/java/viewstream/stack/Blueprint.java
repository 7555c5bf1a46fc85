package viewstream.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** What each part of one stack consists of. */
final class Blueprint {
  /** Shorter than in production: somebody is watching, and there is little to write. */
  private static final String EMIT_INTERVAL = "2s";

  private final Checkout checkout;
  private final DataFolder data;
  private final Ports ports;
  private final FleetEnvironment environment;
  private final JobVariant variant;
  private final Launcher launcher;
  private final Map<Part, Service> services = new EnumMap<>(Part.class);

  Blueprint(
      Checkout checkout,
      DataFolder data,
      Ports ports,
      FleetEnvironment environment,
      JobVariant variant,
      Launcher launcher) {
    this.checkout = checkout;
    this.data = data;
    this.ports = ports;
    this.environment = environment;
    this.variant = variant;
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
              environment.variables(),
              launcher);
      case JOB_MANAGER ->
          // A worker holds on to the slots of a lost job for long; a new one is there sooner.
          new SupervisedProcess(
              new JobManager(flink()), launcher, service(Part.TASK_MANAGER)::kill);
      case TASK_MANAGER -> process(new TaskManager(flink()));
      case FLINK ->
          new FlinkJob(
              flink(),
              () -> variant.jar(checkout.built("flink-jobs", "flink-jobs-all.jar")),
              jobArguments(),
              service(Part.JOB_MANAGER),
              service(Part.TASK_MANAGER));
      case INGESTION ->
          process(
              SpringService.ingestion(
                  () -> checkout.built("ingestion-service", "exec/ingestion-service-exec.jar"),
                  data.of("ingestion"),
                  ports,
                  environment.variables()));
      case QUERY ->
          process(
              SpringService.query(
                  () -> checkout.built("query-service", "exec/query-service-exec.jar"),
                  data.of("query"),
                  ports,
                  environment.variables()));
    };
  }

  private FlinkSite flink() {
    return new FlinkSite(checkout.fleet("flink"), data.of("flink"), ports, environment.variables());
  }

  private List<String> jobArguments() {
    return List.of(
        "--bootstrap-servers", jobAddress(Part.KAFKA),
        "--registry-url", jobAddress(Part.REGISTRY),
        "--clickhouse-url", jobAddress(Part.CLICKHOUSE),
        "--redis-url", jobAddress(Part.REDIS),
        "--emit-interval", EMIT_INTERVAL);
  }

  private String jobAddress(Part part) {
    return variant.address(part, environment.address(part));
  }

  private Service process(Program program) {
    return new SupervisedProcess(program, launcher);
  }
}
