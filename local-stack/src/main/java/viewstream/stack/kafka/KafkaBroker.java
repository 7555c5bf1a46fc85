package viewstream.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.Program;

/** One Kafka node that is broker and controller, with the time of append as record timestamp. */
public final class KafkaBroker implements Program {
  private static final String CLUSTER_ID = "dmlld3N0cmVhbS1sb2NhbA";

  private final Path lib;
  private final Path folder;
  private final Ports ports;
  private final Launcher launcher;

  /**
   * @param lib folder of the broker's jars
   * @param folder where its log and configuration are kept
   */
  public KafkaBroker(Path lib, Path folder, Ports ports, Launcher launcher) {
    this.lib = lib;
    this.folder = folder;
    this.ports = ports;
    this.launcher = launcher;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public Command prepare() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path properties = Files.writeString(folder.resolve("server.properties"), properties());
    if (Files.notExists(logs().resolve("meta.properties"))) {
      format(properties);
    }
    return java()
        .classArchive(lib.resolveSibling("kafka.jsa"))
        .main(lib + "/*", "kafka.Kafka")
        .arguments(List.of(properties.toString()))
        .in(folder, Map.of());
  }

  @Override
  public boolean isHealthy() {
    return KafkaProbe.answers(ports.of(Port.KAFKA));
  }

  private void format(Path properties) throws IOException, InterruptedException {
    Command format =
        new JavaCommand("128m")
            .small()
            .main(lib + "/*", "kafka.tools.StorageTool")
            .arguments(
                List.of(
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    CLUSTER_ID,
                    "--config",
                    properties.toString()))
            .in(folder, Map.of());
    int exitCode = launcher.run("kafka-format", format);
    if (exitCode != 0) {
      throw new IOException(
          "formatting its storage failed; see " + launcher.logFile("kafka-format"));
    }
  }

  private static JavaCommand java() {
    return new JavaCommand("512m")
        .option("-XX:+UseG1GC")
        .option("-XX:MaxDirectMemorySize=128m")
        .option("-Dorg.slf4j.simpleLogger.showDateTime=true")
        .option("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS")
        .option("-Dorg.slf4j.simpleLogger.log.kafka=warn")
        .option("-Dorg.slf4j.simpleLogger.log.state.change.logger=warn")
        .option("-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn")
        .option("-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");
  }

  private Path logs() {
    return folder.resolve("log");
  }

  private String properties() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    log.dirs=%3$s
    log.message.timestamp.type=LogAppendTime
    log.retention.hours=48
    log.segment.bytes=67108864
    log.cleaner.dedupe.buffer.size=16777216
    auto.create.topics.enable=false
    num.partitions=4
    num.network.threads=2
    num.io.threads=4
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    """
        .formatted(ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER), logs());
  }
}
