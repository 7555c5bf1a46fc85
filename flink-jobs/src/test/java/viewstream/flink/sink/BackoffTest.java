package viewstream.flink.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource({"1, 50, 100", "2, 100, 200", "5, 800, 1600", "8, 5000, 10000", "9999, 5000, 10000"})
  void doublesUpToABoundAndVaries(int attempt, long least, long most) {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.before(attempt, random).toMillis()).isBetween(least, most);
    }
  }
}
