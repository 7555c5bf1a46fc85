package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {
  @TempDir private Path folder;
  private String library = "";

  @BeforeEach
  void makeLibrary() throws Exception {
    library = Files.createFile(folder.resolve("libchdb.so")).toString();
  }

  @Test
  void readsOptionsByName() throws Exception {
    ServerOptions options =
        ServerOptions.parse(
            "--max-execution-time", "PT7S", "--port", "0", "--library", library, "--data-dir", "d");

    assertThat(options.port()).isZero();
    assertThat(options.dataDirectory()).isEqualTo(Path.of("d"));
    assertThat(options.maxExecutionTime()).isEqualTo(Duration.ofSeconds(7));
    assertThat(options.settings()).containsEntry("max_execution_time", "7");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000, 70000 is not between 0 and 65535",
    "--port, x, '--port: ''x'' cannot be read'",
    "--connections, 0, not positive",
    "--max-execution-time, PT0.1S, shorter than a second",
    "--max-memory-bytes, -1, not positive",
    "--library, /nowhere, /nowhere is not a file",
    "--prot, 1, the options are --connections",
    "port, 1, the options are --connections"
  })
  void saysWhatDoesNotFit(String option, String value, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerOptions.parse("--library", library, option, value))
        .withMessageContaining(sentence);
  }

  @Test
  void missesAValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerOptions.parse("--port"))
        .withMessage("--port: needs a value");
  }
}
