package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Dockerfile builds on pinned images from files that the build makes and Docker is sent. */
class DockerfileIT {
  private static final List<String> SENT =
      Repository.text(".dockerignore")
          .lines()
          .filter(line -> line.startsWith("!"))
          .map(line -> line.substring(1))
          .toList();

  static Stream<String> dockerfiles() {
    return Compose.load().services().values().stream()
        .flatMap(service -> service.dockerfile().stream())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void buildsOnPinnedImages(String dockerfile) {
    assertThat(Dockerfile.read(dockerfile).all("FROM"))
        .extracting(from -> from.words().getFirst())
        .allMatch(image -> image.matches("[a-z-]+:\\d+\\.\\d+\\.\\d+[a-z0-9_.-]*"));
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void copiesWhatIsBuiltAndSent(String dockerfile) {
    assertThat(
            Dockerfile.read(dockerfile).all("COPY").stream()
                .map(Dockerfile.Instruction::words)
                .filter(words -> !words.getFirst().startsWith("--from="))
                .flatMap(words -> words.subList(0, words.size() - 1).stream()))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(Repository.file(source)).exists())
        .allMatch(source -> SENT.stream().anyMatch(sent -> (source + "/").startsWith(sent + "/")));
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void doesNotRunAsRoot(String dockerfile) {
    assertThat(Dockerfile.read(dockerfile).all("USER").getLast().argument()).isNotEqualTo("root");
  }
}
