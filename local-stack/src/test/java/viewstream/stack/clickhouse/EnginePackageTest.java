package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginePackageTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, @chdb/lib-linux-x64-gnu",
    "Linux, aarch64, @chdb/lib-linux-arm64-gnu",
    "Mac OS X, aarch64, @chdb/lib-darwin-arm64",
    "Mac OS X, x86_64, @chdb/lib-darwin-x64"
  })
  void namesThePackageOfThePlatform(String system, String processor, String name) {
    assertThat(EnginePackage.of(system, processor).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, riscv64"})
  void saysWhereThereIsNone(String system, String processor) {
    assertThatIllegalStateException()
        .isThrownBy(() -> EnginePackage.of(system, processor))
        .withMessageContaining(system)
        .withMessageContaining("point the services at a ClickHouse server");
  }

  @Test
  void knowsThisMachine() {
    assertThat(EnginePackage.ofThisMachine().name()).startsWith("@chdb/lib-");
  }
}
