package viewstream.flink.minute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupHistogramTest {
  @ParameterizedTest
  @CsvSource({"-3, 0", "0, 0", "1, 0", "2, 35", "100, 232", "800, 337", "60000, 555"})
  void bucketsAreTwoPercentWide(long startupMs, int bucket) {
    assertThat(StartupHistogram.bucket(startupMs)).isEqualTo(bucket);
    if (startupMs >= 1) {
      assertThat((double) startupMs).isBetween(Math.pow(1.02, bucket), Math.pow(1.02, bucket + 1));
    }
  }
}
