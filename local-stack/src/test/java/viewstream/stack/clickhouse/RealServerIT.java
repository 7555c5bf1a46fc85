package viewstream.stack.clickhouse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * The contract with a server, named by the system property {@code viewstream.clickhouse.server} or
 * the variable {@code VIEWSTREAM_CLICKHOUSE_SERVER}; both drivers enter as {@code default} without
 * a password.
 */
class RealServerIT {
  private static final String PROPERTY = "viewstream.clickhouse.server";

  private static final String ADDRESS =
      System.getProperty(
          PROPERTY, System.getenv().getOrDefault("VIEWSTREAM_CLICKHOUSE_SERVER", ""));

  @BeforeAll
  static void needsAServer() {
    assumeTrue(!ADDRESS.isEmpty(), "No ClickHouse server is named by -D" + PROPERTY);
  }

  @Nested
  class ThroughJdbc extends JdbcContract {
    @Override
    String address() {
      return ADDRESS;
    }
  }

  @Nested
  class ThroughClient extends ClientContract {
    @Override
    String address() {
      return ADDRESS;
    }
  }
}
