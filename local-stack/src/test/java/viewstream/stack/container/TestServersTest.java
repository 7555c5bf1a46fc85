package viewstream.stack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viewstream.stack.Part;

class TestServersTest {
  @Test
  void areWhereTheRunWantsThem() {
    assertThat(TestServers.choose("docker")).isTrue();
    assertThat(TestServers.choose("local")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestServers.choose("podman"))
        .withMessage("viewstream.servers must be docker or local, is 'podman'");
  }

  @ParameterizedTest
  @EnumSource(names = {"KAFKA", "REDIS", "CLICKHOUSE", "REGISTRY"})
  void runTheImagesOfTheComposeFileAtAPortOfThisMachine(Part part) {
    assertThat(Images.of(part).getVersionPart()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(Server.of(part, 15_000).container().getPortBindings())
        .singleElement()
        .asString()
        .startsWith("127.0.0.1:15000:");
  }

  @Test
  void doNotRunWhatOnlyTheLocalStackHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Server.of(Part.FLINK, 15_000))
        .withMessage("flink is in the local stack alone");
  }
}
