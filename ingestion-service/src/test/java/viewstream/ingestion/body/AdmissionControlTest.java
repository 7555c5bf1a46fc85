package viewstream.ingestion.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

class AdmissionControlTest {
  private final AdmissionControl control = new AdmissionControl(DataSize.ofBytes(100));

  @Test
  void refusesWhatDoesNotFitAndGivesRoomBack() {
    try (Admission first = control.admit();
        Admission second = control.admit()) {
      first.grow(60);
      assertOverloaded(() -> second.grow(41));
      assertOverloaded(() -> first.grow(41));
      second.grow(40);
      second.close();
      assertThat(control.bytesInFlight()).isEqualTo(60);
    }
    assertThat(control.bytesInFlight()).isZero();
  }

  @Test
  void neverExceedsItsCapacityUnderRivalry() throws Exception {
    List<Callable<Long>> rivals = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rivals.add(this::mostSeen);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var rival : threads.invokeAll(rivals)) {
        assertThat(rival.get()).isBetween(0L, 100L);
      }
    }
    assertThat(control.bytesInFlight()).isZero();
  }

  private long mostSeen() {
    long most = 0;
    for (int i = 0; i < 200; i++) {
      try (Admission admission = control.admit()) {
        admission.grow(ThreadLocalRandom.current().nextLong(60));
        admission.grow(ThreadLocalRandom.current().nextLong(60));
        most = Math.max(most, control.bytesInFlight());
      } catch (RefusedException full) {
        assertThat(full.refusal()).isEqualTo(Refusal.OVERLOADED);
      }
    }
    return most;
  }

  private static void assertOverloaded(Runnable asked) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.OVERLOADED));
  }
}
