package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

class ClickHouseEngineIT {
  @Test
  void comesBackWithItsRowsWhenKilledInTheStack() throws Exception {
    try (LocalStack stack = LocalStack.start(Part.CLICKHOUSE);
        Driver driver = new JdbcDriver(stack.address(Part.CLICKHOUSE), "default")) {
      driver.execute("CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a");
      driver.execute("INSERT INTO t VALUES (7)");

      stack.kill(Part.CLICKHOUSE);
      stack.awaitHealthy(Part.CLICKHOUSE);

      assertThat(driver.value("SELECT a FROM t")).isEqualTo(BigInteger.valueOf(7));
    }
  }
}
