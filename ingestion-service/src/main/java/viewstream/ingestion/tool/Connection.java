package viewstream.ingestion.tool;

import java.util.Map;
import viewstream.ingestion.topic.Topics;

/** Where the servers are, as the environment tells it, under the same names as for the service. */
final class Connection {
  private final Map<String, String> environment;

  Connection(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Everything that is set. */
  Map<String, String> environment() {
    return environment;
  }

  /** The topics; nothing is contacted yet. */
  Topics topics() {
    return new Topics(
        required("VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS", "the brokers, for example 127.0.0.1:9092"),
        required("VIEWSTREAM_SCHEMA_REGISTRY_URL", "the registry's Confluent API"));
  }

  /**
   * A setting.
   *
   * @throws IllegalArgumentException if it is not set, with what it should be
   */
  private String required(String variable, String what) {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("Set " + variable + " to " + what + ".");
    }
    return value;
  }
}
