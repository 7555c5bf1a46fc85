package viewstream.rollup.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import viewstream.rollup.Rollup;
import viewstream.schema.clickhouse.Migration;
import viewstream.schema.topic.Topic;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** Migrates real servers, again and again. */
class MigrateIT {
  private static Servers servers;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Part.KAFKA, Part.REGISTRY, Part.CLICKHOUSE);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  /** What one run printed, and how it ended. */
  private record Run(int exitCode, String output) {}

  @Test
  void makesEverythingOnceHoweverOftenItRuns() throws Exception {
    CompletableFuture<Run> beside = CompletableFuture.supplyAsync(MigrateIT::migrate);
    Run first = migrate();

    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(beside.get().exitCode()).as(beside.get().output()).isZero();
    Run again = migrate();
    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(again.output()).doesNotContain("made");
    assertThat(topics()).contains(Topic.VIDEO_VIEW_EVENTS.topicName());
    assertThat(number("SELECT count() FROM viewstream.events")).isZero();
    assertThat(number("SELECT count() FROM viewstream.schema_migrations FINAL"))
        .isEqualTo(Migration.all().size());
  }

  @Test
  void refusesAMigrationThatWasChangedAfterItHadBeenApplied() throws Exception {
    migrate();
    execute(
        "INSERT INTO viewstream.schema_migrations (number, name, checksum) VALUES (8,"
            + " '008-rollup-ledger.sql', 'another')");
    execute("OPTIMIZE TABLE viewstream.schema_migrations FINAL");
    try {
      Run run = migrate();

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output()).contains("008-rollup-ledger.sql was changed");
    } finally {
      execute("DROP TABLE viewstream.schema_migrations");
    }
  }

  @Test
  void saysInOneSentenceWhenClickHouseDoesNotAnswer() {
    Run run = run("migrate", "--clickhouse-url", "http://127.0.0.1:1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).doesNotContain("\tat ");
  }

  private static Run migrate() {
    return run("migrate", "--clickhouse-url", servers.address(Part.CLICKHOUSE));
  }

  private static Run run(String command, String... options) {
    var output = new StringWriter();
    CommandLine line =
        Rollup.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(output));
    String[] arguments = new String[options.length + 5];
    arguments[0] = command;
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = "--bootstrap-servers";
    arguments[options.length + 2] = servers.address(Part.KAFKA);
    arguments[options.length + 3] = "--registry-url";
    arguments[options.length + 4] = servers.address(Part.REGISTRY);
    return new Run(line.execute(arguments), output.toString());
  }

  private static Set<String> topics() throws InterruptedException, ExecutionException {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.address(Part.KAFKA)))) {
      return admin.listTopics().names().get();
    }
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:clickhouse:" + servers.address(Part.CLICKHOUSE));
  }
}
