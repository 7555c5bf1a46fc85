package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

class ClickHousePartIT {
  @Test
  void comesBackAfterKill() throws Exception {
    try (LocalStack stack = LocalStack.start(Part.CLICKHOUSE)) {
      stack.kill(Part.CLICKHOUSE);
      stack.awaitHealthy(Part.CLICKHOUSE);
      URI question = URI.create(stack.address(Part.CLICKHOUSE) + "/?query=SELECT+1");
      try (var answer = question.toURL().openStream()) {
        assertThat(answer.readAllBytes()).isEqualTo("1\n".getBytes());
      }
    }
  }
}
