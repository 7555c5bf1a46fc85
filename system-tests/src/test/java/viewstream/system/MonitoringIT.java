package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.stack.Part;
import viewstream.system.api.Http;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Video;

/**
 * Every metric that an alert looks at is there: one that is not never fires, and nobody notices.
 */
@ExtendWith(SharedFleet.class)
class MonitoringIT {
  private static final Path RULES = Path.of("..", "deploy", "prometheus", "rules");
  private static final Pattern OF_SERVICES = Pattern.compile("\\b(?:viewstream|http_server)_\\w+");
  private static final Pattern OF_FLINK = Pattern.compile("\\bflink_\\w+");
  private static final Pattern SERVED = Pattern.compile("^\\w+", Pattern.MULTILINE);
  private static final Pattern FLINK_ID = Pattern.compile("\"j?id\":\"(\\p{XDigit}{32})\"");
  private static final Pattern FLINK_METRIC = Pattern.compile("\"id\":\"([^\"]+)\"");

  @Test
  void theServicesServeWhatAlertsLookAt(Fleet fleet) throws IOException {
    fleet.catalog(new Video("watched", "watched-channel", Duration.ofMinutes(1)));
    assertThat(fleet.query().get("/api/v1/analytics/video/watched?timeRange=1h").status())
        .isEqualTo(200);

    Set<String> served = new TreeSet<>();
    for (Http service : Set.of(fleet.ingestionManagement(), fleet.queryManagement())) {
      served.addAll(found(SERVED, service.get("/actuator/prometheus", Map.of()).body()));
    }

    assertThat(served).containsAll(asked(OF_SERVICES));
  }

  @Test
  void flinkHasWhatAlertsLookAt(Fleet fleet) throws IOException {
    Http flink = new Http(fleet.stack().address(Part.FLINK));
    Set<String> asked = asked(OF_FLINK);

    // It collects its workers' metrics once somebody has asked for them.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(metricsOfFlink(flink)).containsAll(asked));
  }

  /** As Flink's Prometheus reporter writes them: the scope, then the name with underscores. */
  private static Set<String> metricsOfFlink(Http flink) throws IOException {
    String job = ids(flink, "/jobs/overview").findFirst().orElseThrow();
    Set<String> there = new TreeSet<>(metrics(flink, "/jobmanager/metrics", "flink_jobmanager_"));
    there.addAll(metrics(flink, "/jobs/" + job + "/metrics", "flink_jobmanager_job_"));
    for (String vertex : ids(flink, "/jobs/" + job).filter(id -> !id.equals(job)).toList()) {
      String path = "/jobs/" + job + "/vertices/" + vertex + "/subtasks/metrics";
      metrics(flink, path, "").stream()
          .filter(name -> name.contains("."))
          .map(name -> name.substring(name.indexOf('.') + 1).replace('.', '_'))
          .forEach(name -> there.add("flink_taskmanager_job_task_operator_" + name));
    }
    return there;
  }

  private static Set<String> asked(Pattern pattern) throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> rules = Files.list(RULES)) {
      for (Path file : rules.toList()) {
        asked.addAll(found(pattern, Files.readString(file)));
      }
    }
    assertThat(asked).isNotEmpty();
    return asked;
  }

  private static Set<String> metrics(Http flink, String path, String scope) throws IOException {
    return FLINK_METRIC
        .matcher(flink.get(path, Map.of()).body())
        .results()
        .map(name -> scope + name.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<String> ids(Http flink, String path) throws IOException {
    return FLINK_ID.matcher(flink.get(path, Map.of()).body()).results().map(id -> id.group(1));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
