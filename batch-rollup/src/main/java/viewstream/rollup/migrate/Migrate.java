package viewstream.rollup.migrate;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import viewstream.rollup.Servers;
import viewstream.schema.clickhouse.Migrations;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;
import viewstream.schema.topic.TopicCreation;

/**
 * Makes the Kafka topics, registers their schemas and brings the ClickHouse tables up to date. Run
 * before the services of a new version start; what is there already is left alone, so it may be run
 * at any time, by several at once.
 */
@Command(
    name = "migrate",
    description = "Brings Kafka topics, registry subjects and ClickHouse tables up to date.",
    mixinStandardHelpOptions = true)
public final class Migrate implements Callable<Integer> {
  /** Kafka answers administration in milliseconds; one that takes this long is not there. */
  private static final int KAFKA_TIMEOUT_MS = 30_000;

  @Mixin private Servers servers = new Servers();

  @Option(
      names = "--partitions",
      defaultValue = "${env:VIEWSTREAM_TOPICS_PARTITIONS:-4}",
      description = "Partitions of topics that are made. Default: ${DEFAULT-VALUE}")
  private int partitions;

  @Option(
      names = "--replication",
      defaultValue = "${env:VIEWSTREAM_TOPICS_REPLICATION:-1}",
      description = "Replicas of topics that are made. Default: ${DEFAULT-VALUE}")
  private short replication;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SQLException, InterruptedException {
    topics();
    subjects();
    tables();
    return 0;
  }

  private void topics() throws InterruptedException {
    Map<String, Object> kafka =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers.bootstrapServers(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            KAFKA_TIMEOUT_MS);
    try (Admin admin = Admin.create(kafka)) {
      var creation = new TopicCreation(admin, partitions, replication);
      for (Topic topic : Topic.values()) {
        report("topic", topic.topicName(), creation.create(topic));
      }
    }
  }

  private void subjects() {
    var registry = new SchemaRegistry(servers.registryUrl());
    for (Topic topic : Topic.values()) {
      int id = registry.register(topic);
      registry.requireCompatibility(topic);
      out().printf("schema  %s  id %d%n", topic.subject(), id);
    }
  }

  private void tables() throws SQLException {
    try (Connection connection = DriverManager.getConnection(servers.clickhouseJdbcUrl())) {
      for (String applied : new Migrations().apply(connection)) {
        report("table", applied, true);
      }
    }
    out().println("tables  up to date");
  }

  private void report(String kind, String name, boolean made) {
    out().printf("%-7s %s  %s%n", kind, name, made ? "made" : "there");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
