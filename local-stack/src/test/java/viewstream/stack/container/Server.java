package viewstream.stack.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import viewstream.stack.Part;
import viewstream.stack.kafka.KafkaProbe;
import viewstream.stack.network.Probe;

/**
 * One server in its container. The port is fixed, so that it is the same after a stop.
 *
 * @param part what it is
 * @param port where it is to be found on 127.0.0.1
 * @param container not started
 */
record Server(Part part, int port, GenericContainer<?> container) {
  private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PONG = "+PONG".getBytes(StandardCharsets.US_ASCII);

  /**
   * @throws IllegalArgumentException for parts that only the local stack has
   */
  static Server of(Part part, int port) {
    return switch (part) {
      case KAFKA -> new Server(part, port, kafka(port));
      case REDIS -> new Server(part, port, published(part, port, 6379));
      case CLICKHOUSE ->
          // Lets the user `default` in without a password, as the embedded engine does.
          new Server(
              part, port, published(part, port, 8123).withEnv("CLICKHOUSE_SKIP_USER_SETUP", "1"));
      case REGISTRY -> new Server(part, port, published(part, port, 8080));
      case SCHEMA, JOB_MANAGER, TASK_MANAGER, FLINK, INGESTION, QUERY ->
          throw new IllegalArgumentException(part.label() + " is in the local stack alone");
    };
  }

  /** Asks what its clients would ask. */
  boolean isHealthy() {
    String http = "http://127.0.0.1:" + port;
    return switch (part) {
      case KAFKA -> KafkaProbe.answers(port);
      case REDIS ->
          Probe.exchange(port, PING, PONG.length)
              .filter(answer -> Arrays.equals(answer, PONG))
              .isPresent();
      case CLICKHOUSE -> Probe.answersOk(http + "/ping");
      case REGISTRY -> Probe.answersOk(http + "/apis/ccompat/v7/subjects");
      case SCHEMA, JOB_MANAGER, TASK_MANAGER, FLINK, INGESTION, QUERY -> false;
    };
  }

  void stop() {
    container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
  }

  void startAgain() {
    container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
  }

  private static GenericContainer<?> kafka(int port) {
    return published(Part.KAFKA, port, 9092)
        .withEnv("KAFKA_NODE_ID", "1")
        .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
        .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
        .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
        .withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093,BROKER://:9094")
        .withEnv(
            "KAFKA_ADVERTISED_LISTENERS",
            "PLAINTEXT://127.0.0.1:" + port + ",BROKER://localhost:9094")
        .withEnv(
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,BROKER:PLAINTEXT")
        .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "BROKER")
        .withEnv("KAFKA_LOG_MESSAGE_TIMESTAMP_TYPE", "LogAppendTime")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
        .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
  }

  private static GenericContainer<?> published(Part part, int port, int containerPort) {
    GenericContainer<?> container = new GenericContainer<>(Images.of(part));
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, containerPort)));
    return container;
  }
}
