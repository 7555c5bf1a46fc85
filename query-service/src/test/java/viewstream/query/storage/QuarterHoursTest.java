package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.query.freshness.Source;
import viewstream.query.time.Granularity;
import viewstream.query.time.Steps;
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
    QuarterHours quarters = QuarterHours.of(range(from, to), Steps.whole(range(from, to)));

    assertThat(quarters).isEqualTo(new QuarterHours(at(from), at(wholeFrom), at(wholeTo), at(to)));
  }

  @Test
  void areNoneWhereStepsCutThem() {
    TimeRange range = range("10:00", "11:00");

    assertThat(QuarterHours.of(range, Steps.of(range, Granularity.MINUTE, 100)).wholeFrom())
        .isEqualTo(at("11:00"));
    assertThat(QuarterHours.of(range, Steps.of(range, Granularity.HOUR, 100)).wholeFrom())
        .isEqualTo(at("10:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10:00, 11:00, REALTIME",
    "1, 10:00, 11:00, ROLLUP",
    "1, 10:01, 11:00, MIXED",
    "1, 10:00, 11:01, MIXED",
  })
  void tellWhereFiguresComeFrom(long rolledDays, String from, String to, Source expected) {
    QuarterHours quarters = QuarterHours.of(range(from, to), Steps.whole(range(from, to)));

    assertThat(quarters.days()).isEqualTo(1);
    assertThat(CoverageColumns.source(rolledDays, quarters)).isEqualTo(expected);
  }

  @Test
  void touchNoDayWhereThereAreNone() {
    assertThat(
            QuarterHours.of(range("10:01", "10:14"), Steps.whole(range("10:01", "10:14"))).days())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z, UTC,            DAY,  true",
    "2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z, UTC,            HOUR, false",
    "2026-03-01T00:01:00Z, 2026-03-02T23:59:00Z, UTC,            DAY,  false",
    "2026-03-02T00:00:00Z, 2026-03-05T00:00:00Z, Asia/Kathmandu, DAY,  false",
    "2026-03-02T00:00:00Z, 2026-03-05T00:00:00Z, Asia/Kathmandu, WEEK, true",
  })
  void holdWholeDaysWhereNoStepCutsThem(
      Instant from, Instant to, ZoneId zone, Granularity granularity, boolean expected) {
    TimeRange range = new TimeRange("test", from, to, zone);
    Steps steps = Steps.of(range, granularity, 1000);

    assertThat(QuarterHours.of(range, steps).holdWholeDay(steps)).isEqualTo(expected);
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange("test", at(from), at(to), ZoneOffset.UTC);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z");
  }
}
