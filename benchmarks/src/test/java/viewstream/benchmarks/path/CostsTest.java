package viewstream.benchmarks.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Figure;
import viewstream.benchmarks.harness.Measurement;

class CostsTest {
  private static final Measurement IDLE = block(1_000, 10, 100);
  private static final Measurement BUSY = block(100_000, 5, 1_000);

  @Test
  void takesOffWhatAnIdleProcessSpendsInTheSameTime() {
    // 1 s spent, of it 5 × 10 ms for nothing: 950 ms for 100 000 events.
    assertThat(figure("· Redis").product().applyAsDouble(BUSY)).isCloseTo(9.5, within(1e-9));
  }

  @Test
  void addsUpAllProcesses() {
    assertThat(figure("CPU per event").product().applyAsDouble(BUSY))
        .isCloseTo(8 * 9.5, within(1e-9));
    assertThat(figure("CPU per event, the idle fleet's share added").product().applyAsDouble(BUSY))
        .isCloseTo(80, within(1e-9));
  }

  private static Figure figure(String name) {
    return new Costs(IDLE)
        .figures().stream().filter(figure -> figure.name().equals(name)).findFirst().orElseThrow();
  }

  /** A block in which every process spent the same. */
  private static Measurement block(long units, int seconds, int cpuMillis) {
    Map<String, Duration> cpu =
        Stream.of(
                "ingestion",
                "kafka",
                "task-manager",
                "clickhouse",
                "redis",
                "job-manager",
                "query",
                "registry",
                "producer",
                "consumer")
            .collect(Collectors.toMap(name -> name, name -> Duration.ofMillis(cpuMillis)));
    return new Measurement(Done.of(units), Duration.ofSeconds(seconds), cpu, Duration.ZERO);
  }
}
