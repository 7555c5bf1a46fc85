package viewstream.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Deadlines deadlines = new Deadlines();

  @AfterEach
  void close() {
    deadlines.close();
  }

  @Test
  void endsAWaitThatLastsTooLong() {
    long begin = System.nanoTime();

    assertThatThrownBy(() -> deadlines.await(new Acknowledgements(1), SHORT))
        .isInstanceOfSatisfying(
            PublishException.class, late -> assertThat(late.retryable()).isTrue())
        .hasRootCauseMessage("Kafka did not acknowledge in time");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT);
  }

  @Test
  void leavesThoseAloneThatHaveMoreTime() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var patient = new Acknowledgements(1);
      Future<?> waiting = threads.submit(() -> deadlines.await(patient, LONG));
      var hurried = new ArrayList<Future<?>>();
      for (int i = 0; i < 100; i++) {
        hurried.add(threads.submit(() -> deadlines.await(new Acknowledgements(1), SHORT)));
      }
      for (Future<?> late : hurried) {
        assertThatThrownBy(late::get).hasCauseInstanceOf(PublishException.class);
      }

      assertThat(waiting.isDone()).isFalse();
      patient.onCompletion(null, null);
      assertThatCode(waiting::get).doesNotThrowAnyException();
    }
  }

  @Test
  void returnsAtOnceWhenAllHasBeenAcknowledged() {
    var done = new Acknowledgements(2);
    done.onCompletion(null, null);
    done.onCompletion(null, null);

    assertThatCode(() -> deadlines.await(done, Duration.ZERO)).doesNotThrowAnyException();
  }
}
