package viewstream.stack.clickhouse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract with the embedded engine. */
class EmbeddedEngineIT {
  private static EngineProcess engine;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    engine = EngineProcess.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @Nested
  class ThroughJdbc extends JdbcContract {
    @Override
    String address() {
      return engine.address();
    }
  }

  @Nested
  class ThroughClient extends ClientContract {
    @Override
    String address() {
      return engine.address();
    }
  }
}
