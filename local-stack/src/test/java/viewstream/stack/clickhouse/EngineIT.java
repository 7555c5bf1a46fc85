package viewstream.stack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine inside this very JVM, which may be done once per process. */
class EngineIT {
  private static final Session SESSION = new Session("default", Map.of());

  private static Engine engine;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    engine = new Engine(EngineCache.ofUser().library(), folder, 2, Duration.ofMillis(100));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  /**
   * Compiled code finds null pointers by SIGSEGV: without the JVM's handler the process is gone.
   */
  @Test
  void leavesTheJvmItsNullPointers() throws Exception {
    assertThat(read(SESSION, "SELECT 1")).isEqualTo("1\n");
    int caught = 0;
    for (int i = 0; i < 200_000; i++) {
      caught += isNullPointer(i % 1000 == 0 ? null : "text") ? 1 : 0;
    }
    assertThat(caught).isEqualTo(200);
    assertThat(read(SESSION, "SELECT 1")).isEqualTo("1\n");
  }

  @SuppressWarnings("NullAway")
  private static boolean isNullPointer(@Nullable String text) {
    try {
      return text.length() < 0;
    } catch (NullPointerException e) {
      return true;
    }
  }

  @Test
  void givesAConnectionToTheSameSessionAgain() throws Exception {
    EngineConnection first = engine.connect(SESSION);
    first.close();
    try (EngineConnection again = engine.connect(new Session("default", Map.of()))) {
      assertThat(again).isSameAs(first);
    }
  }

  @Test
  void neverHandsOnAChangedSession() throws Exception {
    EngineConnection changed = engine.connect(SESSION);
    changed.check("SET max_threads = 1".getBytes(UTF_8));
    changed.close();
    try (EngineConnection other = engine.connect(SESSION)) {
      assertThat(other).isNotSameAs(changed);
    }
  }

  @Test
  void bringsEachStatementIntoItsSession() throws Exception {
    Session odd =
        new Session(
            "system", Map.of("readonly", "1", "max_threads", "3", "log_comment", "it's \\ "));
    String sql = "SELECT currentDatabase(), getSetting('max_threads'), getSetting('log_comment')";

    assertThat(read(odd, sql)).isEqualTo("system\t3\tit\\'s \\\\ \n");
    assertThat(read(SESSION, "SELECT currentDatabase(), getSetting('log_comment')"))
        .isEqualTo("default\t\n");
  }

  @Test
  void refusesMoreStatementsThanItHasConnections() throws Exception {
    try (EngineConnection first = engine.connect(SESSION);
        EngineConnection second = engine.connect(SESSION)) {
      assertThat(List.of(first, second)).doesNotHaveDuplicates();
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.connect(SESSION))
          .satisfies(e -> assertThat(e.code()).isEqualTo(202));
    }
    assertThat(read(SESSION, "SELECT 1")).isEqualTo("1\n");
  }

  @Test
  void storesNothingOfAnInsertThatIsNotFinished() throws Exception {
    read(SESSION, "CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a");
    try (EngineConnection connection = engine.connect(SESSION)) {
      try (InsertStream insert =
          connection.insert("INSERT INTO t".getBytes(UTF_8), "RowBinary", Parameters.NONE)) {
        insert.append(new ByteArrayInputStream(new byte[] {1, ';', '\''}));
      }
      try (InsertStream insert =
          connection.insert("INSERT INTO t".getBytes(UTF_8), "RowBinary", Parameters.NONE)) {
        insert.append(new ByteArrayInputStream(new byte[] {2, 3}));
        assertThat(insert.finish().writtenRows()).isEqualTo(2);
      }
    }
    assertThat(read(SESSION, "SELECT a FROM t ORDER BY a")).isEqualTo("2\n3\n");
  }

  private static String read(Session session, String sql) throws Exception {
    try (EngineConnection connection = engine.connect(session);
        QueryResult result = connection.query(sql.getBytes(UTF_8), "TSV", Parameters.NONE)) {
      return UTF_8.decode(result.bytes()).toString();
    }
  }
}
