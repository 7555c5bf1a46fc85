package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docker compose is told holds together, and fits what the programs are configured by. */
class ComposeTest {
  private static final Compose COMPOSE = Compose.load();
  private static final int MEMORY_OF_A_LAPTOP_MIB = 12 * 1024;
  private static final Pattern ADDRESS = Pattern.compile("([a-z-]+):(\\d{4,5})");
  private static final Pattern OUR_KEY = Pattern.compile("VIEWSTREAM_[A-Z_]+");
  private static final Set<String> MODULES =
      Set.of("ingestion-service", "query-service", "flink-jobs", "batch-rollup");

  static Stream<ComposeService> services() {
    return COMPOSE.services().values().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void isBoundedAndComesBack(ComposeService service) {
    assertThat(service.memoryMib()).isPositive();
    assertThat(service.text("restart")).isEqualTo(service.isOneShot() ? "no" : "unless-stopped");
    assertThat(service.healthCheck().isEmpty()).isEqualTo(service.isOneShot());
  }

  @ParameterizedTest
  @MethodSource("services")
  void runsAPinnedImageOrItsOwn(ComposeService service) {
    if (service.dockerfile().isEmpty()) {
      assertThat(service.image()).matches("[a-z/-]+:v?\\d+(\\.\\d+)+[a-z0-9_.-]*");
    } else {
      assertThat(Repository.file(service.dockerfile().get())).isRegularFile();
      assertThat(service.image()).startsWith("viewstream/");
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void publishesOnLoopbackAlone(ComposeService service) {
    assertThat(service.ports()).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void mountsWhatIsThere(ComposeService service) {
    for (ComposeService.Mount mount : service.mounts()) {
      if (mount.isFile()) {
        assertThat(Repository.file(mount.source())).exists();
      } else {
        assertThat(COMPOSE.volumes()).contains(mount.source());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void waitsForWhatCanBeReached(ComposeService service) {
    service
        .dependencies()
        .forEach(
            (needed, condition) ->
                assertThat(condition)
                    .as(service.name() + " needs " + needed)
                    .isEqualTo(
                        COMPOSE.service(needed).isOneShot()
                            ? "service_completed_successfully"
                            : "service_healthy"));
  }

  /** Every {@code host:port} is a service that listens there. */
  @ParameterizedTest
  @MethodSource("services")
  void namesAddressesThatListen(ComposeService service) {
    Map<String, Set<Integer>> listening =
        Map.of(
            "kafka", Set.of(9092, 9093),
            "registry", Set.of(8080),
            "clickhouse", Set.of(8123, 9363),
            "redis", Set.of(6379),
            "ingestion", Set.of(8080, 8081),
            "query", Set.of(8090, 8091),
            "job-manager", Set.of(8081, 9249),
            "task-manager", Set.of(9249),
            "kafka-exporter", Set.of(9308));
    String text =
        service.environment()
            + " "
            + service.words()
            + " "
            + Repository.text("deploy/prometheus/prometheus.yml");
    ADDRESS
        .matcher(text)
        .results()
        .filter(found -> COMPOSE.services().containsKey(found.group(1)))
        .forEach(
            found ->
                assertThat(listening.get(found.group(1)))
                    .as(found.group())
                    .contains(Integer.valueOf(found.group(2))));
  }

  @Test
  void servicesListenWhereTheyArePublishedAndAsked() {
    for (String name : Set.of("ingestion", "query")) {
      ComposeService service = COMPOSE.service(name);
      assertThat(service.ports())
          .allMatch(port -> port.endsWith(":" + service.environment().get("SERVER_PORT")));
      assertThat(service.healthCheck())
          .contains(service.environment().get("MANAGEMENT_SERVER_PORT"));
    }
  }

  @Test
  void setsNoKeyThatNobodyKnows() throws Exception {
    Set<String> known = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files =
          Files.walk(Repository.file(module + "/src/main")).filter(Files::isRegularFile)) {
        files.forEach(file -> known.addAll(keys(Repository.text(file.toString()))));
      }
      known.addAll(keys(Repository.text(module + "/README.md")));
    }
    // Settings of Spring, named in the README beside the others.
    known.add("VIEWSTREAM_CLICKHOUSE_USER");
    known.add("VIEWSTREAM_CLICKHOUSE_PASSWORD");

    Set<String> given =
        services()
            .flatMap(service -> keys(service.environment().keySet().toString()).stream())
            .collect(Collectors.toSet());

    assertThat(known).containsAll(given);
  }

  @Test
  void variablesAreSetInTheEnvironmentFileAndNowhereElse() {
    Set<String> set = new TreeSet<>(Compose.environment().keySet());
    set.remove("COMPOSE_PROJECT_NAME");

    assertThat(COMPOSE.variables()).containsExactlyElementsOf(set);
  }

  @Test
  void fitsALaptop() {
    assertThat(services().mapToInt(ComposeService::memoryMib).sum())
        .isLessThan(MEMORY_OF_A_LAPTOP_MIB);
  }

  @Test
  void everyVolumeIsUsed() {
    assertThat(
            services()
                .flatMap(service -> service.mounts().stream())
                .map(ComposeService.Mount::source))
        .containsAll(COMPOSE.volumes());
  }

  private static Set<String> keys(String text) {
    return OUR_KEY.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
