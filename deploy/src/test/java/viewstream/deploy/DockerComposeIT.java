package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Docker compose itself reads the file. It needs no Docker for that; where none is installed,
 * Debian's docker-compose 1.29 judges it, by the compose specification of 2021.
 */
class DockerComposeIT {
  private static final List<String> PACKAGES =
      List.of(
          "docker-compose",
          "python3-attr",
          "python3-cached-property",
          "python3-certifi",
          "python3-chardet",
          "python3-distro",
          "python3-docker",
          "python3-dockerpty",
          "python3-docopt",
          "python3-dotenv",
          "python3-idna",
          "python3-jsonschema",
          "python3-packaging",
          "python3-pyrsistent",
          "python3-requests",
          "python3-six",
          "python3-texttable",
          "python3-urllib3",
          "python3-websocket",
          "python3-yaml");
  private static final String START =
      "import sys; from compose.cli.main import main; sys.argv = ['docker-compose', 'config'];"
          + " main()";

  @Test
  void acceptsTheFile() throws Exception {
    Run run = config();

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains(Compose.load().services().keySet());
    assertThat(run.output()).doesNotContain("is not set");
  }

  private static Run config() throws Exception {
    if (Run.in(Repository.ROOT, "docker", "compose", "version").succeeded()) {
      return Run.in(Repository.ROOT, "docker", "compose", "config");
    }
    Optional<Path> debian = Debian.unpacked("docker-compose", PACKAGES);
    assumeTrue(debian.isPresent(), "neither docker compose nor Debian's package of it can be had");
    String modules = debian.get().resolve("usr/lib/python3/dist-packages").toString();
    return Run.in(
        Repository.ROOT, Map.of("PYTHONPATH", modules), List.of("/usr/bin/python3", "-c", START));
  }
}
