package viewstream.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServersTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8123, jdbc:clickhouse:http://127.0.0.1:8123",
    "http://me:secret@db:8123, jdbc:clickhouse:http://db:8123?user=me&password=secret"
  })
  void givesTheDriverUserAndPasswordAsParameters(String url, String jdbcUrl) {
    Servers servers = CommandLine.populateCommand(new Servers(), "--clickhouse-url", url);

    assertThat(servers.clickhouseJdbcUrl()).isEqualTo(jdbcUrl);
  }
}
