package viewstream.stack.clickhouse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/**
 * The contract with a real server: the one named by the system property {@code
 * viewstream.clickhouse.server} or the variable {@code VIEWSTREAM_CLICKHOUSE_SERVER}, else a
 * container where Docker answers. Both drivers enter as {@code default} without a password.
 */
class RealServerIT {
  private static final String PROPERTY = "viewstream.clickhouse.server";

  private static String address =
      System.getProperty(
          PROPERTY, System.getenv().getOrDefault("VIEWSTREAM_CLICKHOUSE_SERVER", ""));
  private static @Nullable Servers container;

  @BeforeAll
  static void findAServer() {
    if (address.isEmpty()) {
      assumeTrue(
          TestServers.inContainers(),
          "No ClickHouse server is named by -D" + PROPERTY + ", and there is no Docker");
      container = TestServers.start(Part.CLICKHOUSE);
      address = container.address(Part.CLICKHOUSE);
    }
  }

  @AfterAll
  static void stopTheContainer() {
    if (container != null) {
      container.close();
    }
  }

  @Nested
  class ThroughJdbc extends JdbcContract {
    @Override
    String address() {
      return address;
    }
  }

  @Nested
  class ThroughClient extends ClientContract {
    @Override
    String address() {
      return address;
    }
  }
}
