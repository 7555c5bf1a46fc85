package viewstream.system.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Readme README =
      new Readme(
          """
          # Title
          ```sh
          ./viewstream demo
          ```
          ```sh test
          one
          two
          ```
          between
          ```json
          {}
          ```
          ```sh test
          three
          ```
          """);

  @Test
  void findsTheMarkedBlocksOnly() {
    assertThat(README.blocks()).containsExactly("one\ntwo\n", "three\n");
  }

  @Test
  void joinsThemToOneScript() {
    assertThat(README.script()).isEqualTo("set -euo pipefail\none\ntwo\n\nthree\n");
  }
}
