package viewstream.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class WordsTest {
  @Test
  void readsDaysAndDurations() {
    assertThat(Words.day("2026-11-22")).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(Words.duration("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(Words.duration("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Words.duration("1h")).isEqualTo(Duration.ofHours(1));
    assertThat(Words.duration("30D")).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void saysHowTheyAreWritten() {
    assertThatThrownBy(() -> Words.day("22.11.2026"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("write it as yyyy-MM-dd");
    assertThatThrownBy(() -> Words.duration("soon")).hasMessageContaining("30s, 10m, 1h or 30d");
  }
}
