package viewstream.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimeTest {
  @Test
  void leavesOutIdlenessAndTheTimeOfGuests() {
    assertThat(MachineTime.parse("cpu  100 20 3 999 999 4 5 6 999 999"))
        .isEqualTo(Duration.ofMillis(1_380));
  }

  @Test
  void isNothingWhereTheSystemDoesNotTell() {
    assertThat(MachineTime.parse("")).isEqualTo(Duration.ZERO);
  }
}
