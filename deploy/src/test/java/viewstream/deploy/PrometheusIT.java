package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool reads its configuration and plays the alerts' scenarios. */
class PrometheusIT {
  private static final Path FOLDER = Repository.file("deploy/prometheus");
  private static String promtool = "promtool";

  @BeforeAll
  static void findPromtool() throws Exception {
    if (!Run.in(FOLDER, promtool, "--version").succeeded()) {
      Optional<Path> debian = Debian.unpacked("prometheus", List.of("prometheus"));
      assumeTrue(debian.isPresent(), "promtool is in Debian's package prometheus; none can be had");
      promtool = debian.get().resolve("usr/bin/promtool").toString();
    }
  }

  @Test
  void readsItsConfigurationAndRules() throws Exception {
    Run run = Run.in(FOLDER, promtool, "check", "config", "prometheus.yml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void firesAndKeepsSilentAsTheScenariosSay() throws Exception {
    Run run = Run.in(FOLDER, "sh", "-c", "'" + promtool + "' test rules tests/*.yml");

    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  @Test
  void everyAlertHasAScenario() throws Exception {
    String tests = texts("tests");

    assertThat(
            texts("rules")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- alert: "))
                .map(line -> line.substring("- alert: ".length())))
        .isNotEmpty()
        .allMatch(alert -> tests.contains("alertname: " + alert));
  }

  private static String texts(String folder) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      files.sorted().forEach(file -> all.append(Repository.text(file.toString())));
    }
    return all.toString();
  }
}
