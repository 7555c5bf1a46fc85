package viewstream.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final int KILLED = 137;
  private static final Duration BRIEFLY = Duration.ofSeconds(1);

  private final Backoff backoff = new Backoff();

  @Test
  void pausesGrowToFiveSeconds() {
    assertThat(IntStream.range(0, 8).mapToObj(i -> backoff.afterEnd(BRIEFLY, KILLED).orElseThrow()))
        .containsExactly(
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofMillis(1600),
            Duration.ofMillis(3200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }

  @Test
  void whatKeepsEndingByItselfIsGivenUp() {
    IntStream.range(0, 4).forEach(i -> assertThat(backoff.afterEnd(BRIEFLY, 1)).isPresent());

    assertThat(backoff.afterEnd(BRIEFLY, 1)).isEmpty();
  }

  @Test
  void whatIsKilledFromOutsideIsNeverGivenUp() {
    IntStream.range(0, 100).forEach(i -> assertThat(backoff.afterEnd(BRIEFLY, KILLED)).isPresent());
  }

  @Test
  void aGoodRunIsANewBeginning() {
    IntStream.range(0, 4).forEach(i -> assertThat(backoff.afterEnd(BRIEFLY, 1)).isPresent());

    assertThat(backoff.afterEnd(Duration.ofMinutes(1), 1)).contains(Duration.ofMillis(200));
  }
}
