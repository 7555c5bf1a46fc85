package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.query.time.TimeRange;

class QuarterHoursTest {
  @ParameterizedTest
  @CsvSource({
    "10:00, 11:00, 10:00, 11:00",
    "10:01, 10:59, 10:15, 10:45",
    "10:01, 10:16, 10:15, 10:15",
    "10:00, 10:14, 10:00, 10:00",
    "10:14, 10:15, 10:15, 10:15",
    // Within one quarter hour there are no whole ones: all of it is the first end.
    "10:01, 10:02, 10:02, 10:02",
  })
  void areWholeBetweenTheEnds(String from, String to, String wholeFrom, String wholeTo) {
    QuarterHours quarters =
        QuarterHours.of(new TimeRange("test", at(from), at(to), ZoneOffset.UTC));

    assertThat(quarters).isEqualTo(new QuarterHours(at(from), at(wholeFrom), at(wholeTo), at(to)));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z");
  }
}
