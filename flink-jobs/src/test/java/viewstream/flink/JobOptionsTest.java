package viewstream.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.flink.JobOptions.Job;

class JobOptionsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
          "VIEWSTREAM_SCHEMA_REGISTRY_URL", "http://registry",
          "VIEWSTREAM_CLICKHOUSE_URL", "http://clickhouse",
          "VIEWSTREAM_REDIS_URL", "redis://redis");

  @Test
  void takesWhatIsMissingFromTheEnvironment() {
    JobOptions options = parse("--redis-url", "redis://other");

    assertThat(options.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(options.redisUrl()).isEqualTo("redis://other");
    assertThat(options.jobs()).containsExactlyInAnyOrder(Job.values());
    assertThat(options.emitInterval()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void countersAreNeverSlowerThanMinutes() {
    assertThat(parse("--emit-interval", "2s").counterInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(parse().counterInterval()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void runsSomeJobsAlone() {
    assertThat(parse("--jobs", "archive,catalog").jobs())
        .containsExactlyInAnyOrder(Job.ARCHIVE, Job.CATALOG);
    assertThat(parse("--jobs", "catalog,archive").name()).isEqualTo("viewstream-archive-catalog");
    assertThat(parse().name()).isEqualTo("viewstream");
  }

  @Test
  void saysWhatToChange() {
    assertThatThrownBy(() -> JobOptions.parse(new String[0], Map.of()))
        .hasMessage("give --bootstrap-servers or set VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS");
    assertThatThrownBy(() -> parse("--emit-interval", "soon"))
        .hasMessage("--emit-interval cannot be read: 'soon'");
    assertThatThrownBy(() -> parse("--jobs", "trends")).hasMessageContaining("--jobs must be");
    assertThatThrownBy(() -> parse("--generation", "65536")).hasMessageContaining("--generation");
    assertThatThrownBy(() -> parse("--colour", "red")).hasMessageContaining("colour");
    assertThatThrownBy(() -> parse("--jobs")).hasMessageContaining("--name value");
  }

  private static JobOptions parse(String... arguments) {
    return JobOptions.parse(arguments, ENVIRONMENT);
  }
}
