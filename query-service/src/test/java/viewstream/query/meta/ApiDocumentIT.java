package viewstream.query.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;

@OnRealStores
class ApiDocumentIT {
  private static final Path COMMITTED = Path.of("openapi.json");
  private static final Path SERVED = Path.of("target", "openapi.json");

  @LocalServerPort private int port;

  @Test
  void isTheOneInTheRepository() throws IOException {
    Api.Answer served = new Api(port).get("/openapi.json");
    Files.writeString(SERVED, served.response().body() + "\n");

    assertThat(served.json())
        .as("the API has changed: if it was meant to, copy %s over %s", SERVED, COMMITTED)
        .isEqualTo(new JsonMapper().readTree(COMMITTED.toFile()));
  }
}
