package viewstream.rollup;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the servers are: options that every subcommand takes, or the environment. */
public final class Servers {
  private static final Pattern USER_INFO = Pattern.compile("//([^:@/]+):([^@/]*)@(.*)");

  @Option(
      names = "--clickhouse-url",
      defaultValue = "${env:VIEWSTREAM_CLICKHOUSE_URL:-http://127.0.0.1:8123}",
      description = "ClickHouse over HTTP. Default: ${DEFAULT-VALUE}")
  private String clickhouseUrl = "";

  @Option(
      names = "--bootstrap-servers",
      defaultValue = "${env:VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
      description = "Kafka brokers. Default: ${DEFAULT-VALUE}")
  private String bootstrapServers = "";

  @Option(
      names = "--registry-url",
      defaultValue = "${env:VIEWSTREAM_SCHEMA_REGISTRY_URL:-http://127.0.0.1:8085/apis/ccompat/v7}",
      description = "Confluent API of the schema registry. Default: ${DEFAULT-VALUE}")
  private String registryUrl = "";

  @Option(
      names = "--redis-url",
      defaultValue = "${env:VIEWSTREAM_REDIS_URL:-redis://127.0.0.1:6379}",
      description = "Redis. Default: ${DEFAULT-VALUE}")
  private String redisUrl = "";

  /** ClickHouse's HTTP interface. */
  public String clickhouseUrl() {
    return clickhouseUrl;
  }

  /** ClickHouse as a JDBC address; the driver takes a user and password as parameters alone. */
  public String clickhouseJdbcUrl() {
    return "jdbc:clickhouse:"
        + USER_INFO.matcher(clickhouseUrl).replaceFirst("//$3?user=$1&password=$2");
  }

  /** Kafka brokers, {@code host:port,...}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The registry's Confluent API. */
  public String registryUrl() {
    return registryUrl;
  }

  /** Redis, as a {@code redis://} address. */
  public String redisUrl() {
    return redisUrl;
  }
}
