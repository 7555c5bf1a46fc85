package viewstream.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import viewstream.stack.network.Port;

/** The one {@code config.yaml} that JobManager and TaskManager share. */
final class FlinkConfiguration {
  static final int JOB_MANAGER_HEAP_MIB = 256;
  static final int TASK_HEAP_MIB = 384;
  static final int FRAMEWORK_HEAP_MIB = 128;
  static final int OFF_HEAP_MIB = 64;
  static final int NETWORK_MIB = 64;
  static final int METASPACE_MIB = 192;

  private final FlinkSite site;

  FlinkConfiguration(FlinkSite site) {
    this.site = site;
  }

  /** Writes the file; returns the folder it is in, as {@code --configDir} wants it. */
  Path write() throws IOException {
    Path conf = Files.createDirectories(site.folder().resolve("conf"));
    Path complete = Files.createTempFile(conf, "config", ".new");
    Files.writeString(complete, yaml());
    Files.move(
        complete,
        conf.resolve("config.yaml"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return conf;
  }

  /** Heartbeats are short so that a killed process is missed within seconds, a slow one is not. */
  private String yaml() {
    return """
    jobmanager.rpc.address: 127.0.0.1
    jobmanager.bind-host: 127.0.0.1
    jobmanager.rpc.port: %1$d
    jobmanager.memory.heap.size: %3$dm
    rest.address: 127.0.0.1
    rest.bind-address: 127.0.0.1
    rest.port: %2$d
    rest.bind-port: "%2$d"
    taskmanager.host: 127.0.0.1
    taskmanager.bind-host: 127.0.0.1
    taskmanager.numberOfTaskSlots: 2
    taskmanager.cpu.cores: 2.0
    taskmanager.memory.framework.heap.size: %4$dm
    taskmanager.memory.task.heap.size: %5$dm
    taskmanager.memory.framework.off-heap.size: %6$dm
    taskmanager.memory.task.off-heap.size: %6$dm
    taskmanager.memory.managed.size: 128m
    taskmanager.memory.network.min: %7$dm
    taskmanager.memory.network.max: %7$dm
    taskmanager.memory.jvm-metaspace.size: %8$dm
    taskmanager.memory.jvm-overhead.min: 64m
    taskmanager.memory.jvm-overhead.max: 64m
    parallelism.default: 2
    pipeline.generic-types: false
    state.backend.type: rocksdb
    execution.checkpointing.interval: 10s
    execution.checkpointing.min-pause: 1s
    execution.checkpointing.incremental: true
    execution.checkpointing.num-retained: 3
    execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
    execution.checkpointing.dir: %9$s
    restart-strategy.type: exponential-delay
    restart-strategy.exponential-delay.initial-backoff: 500ms
    restart-strategy.exponential-delay.max-backoff: 10s
    restart-strategy.exponential-delay.reset-backoff-threshold: 1min
    heartbeat.interval: 1s
    heartbeat.timeout: 15s
    heartbeat.rpc-failure-threshold: 2
    cluster.registration.max-timeout: 2s
    cluster.registration.error-delay: 1s
    cluster.registration.refused-registration-delay: 1s
    metrics.fetcher.update-interval: 2000
    pekko.ask.timeout: 60s
    pekko.lookup.timeout: 60s
    pekko.tcp.timeout: 60s
    pekko.startup-timeout: 2min
    """
        .formatted(
            site.ports().of(Port.FLINK_RPC),
            site.ports().of(Port.FLINK),
            JOB_MANAGER_HEAP_MIB,
            FRAMEWORK_HEAP_MIB,
            TASK_HEAP_MIB,
            OFF_HEAP_MIB,
            NETWORK_MIB,
            METASPACE_MIB,
            site.checkpoints().toUri());
  }
}
