package viewstream.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.query.http.ErrorCode;
import viewstream.query.http.ProblemException;

class TimeRangesTest {
  private final TimeRanges ranges =
      new TimeRanges(
          new FakeClock(Instant.parse("2026-03-29T12:34:56.789Z")),
          new RangeSettings(LocalDate.parse("2010-01-01"), 11_000, Duration.ofHours(72)));

  @ParameterizedTest
  @CsvSource({
    "1h,       UTC,              2026-03-29T11:34:00Z",
    "24h,      UTC,              2026-03-28T12:34:00Z",
    "7d,       UTC,              2026-03-23T00:00:00Z",
    "28d,      UTC,              2026-03-02T00:00:00Z",
    "365d,     UTC,              2025-03-30T00:00:00Z",
    "lifetime, UTC,              2010-01-01T00:00:00Z",
    // Berlin's clocks went forward that morning: 24 h are 24 hours, but the day began at 23:00 UTC.
    "24h,      Europe/Berlin,    2026-03-28T12:34:00Z",
    "7d,       Europe/Berlin,    2026-03-22T23:00:00Z",
    // It is already the 30th in Kiritimati.
    "7d,       Pacific/Kiritimati, 2026-03-23T10:00:00Z",
    "7d,       Asia/Kathmandu,   2026-03-22T18:15:00Z",
  })
  void startsWhereTheNameSays(String name, String zone, Instant from) {
    TimeRange range = ranges.parse(new RangeParameters(name, null, null, zone));

    assertThat(range.from()).isEqualTo(from);
    assertThat(range.to()).isEqualTo(Instant.parse("2026-03-29T12:35:00Z"));
  }

  @Test
  void isTheLastDayInUtcUnlessAskedOtherwise() {
    TimeRange range = ranges.parse(asked(null, null));

    assertThat(range.label()).isEqualTo("24h");
    assertThat(range.zone().getId()).isEqualTo("UTC");
  }

  @Test
  void touchesWholeMinutes() {
    TimeRange range = ranges.parse(asked("2026-03-28T10:00:30Z", "2026-03-28T11:00:00.001Z"));

    assertThat(range.from()).isEqualTo("2026-03-28T10:00:00Z");
    assertThat(range.to()).isEqualTo("2026-03-28T11:01:00Z");
  }

  @Test
  void touchesWholeQuarterHoursWhereMinutesAreNoLongerKept() {
    TimeRange old = ranges.parse(asked("2026-03-01T10:07:00Z", "2026-03-01T11:01:00Z"));
    TimeRange recent = ranges.parse(asked("2026-03-01T10:07:00Z", "2026-03-28T11:01:00Z"));

    assertThat(old.from()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(old.to()).isEqualTo("2026-03-01T11:15:00Z");
    assertThat(recent.from()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(recent.to()).isEqualTo("2026-03-28T11:01:00Z");
    assertThat(ranges.hasMinutes(recent)).isFalse();
    assertThat(ranges.hasMinutes(ranges.parse(asked("2026-03-26T12:34:00Z", null)))).isTrue();
  }

  @Test
  void comparesDaysWithAsManyBefore() {
    Period period = ranges.period("28d", "Europe/Berlin");

    assertThat(period.days()).hasSize(28).endsWith(LocalDate.parse("2026-03-29"));
    assertThat(period.start()).isEqualTo("2026-03-01T23:00:00Z");
    assertThat(period.previousStart()).isEqualTo("2026-02-01T23:00:00Z");
    assertThat(period.steps().starts()).hasSize(29).startsWith(period.previousStart());
    assertThat(period.both().to()).isEqualTo("2026-03-29T12:35:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"24h", "lifetime", "8d", ""})
  void hasPeriodsOfDaysOnly(String period) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ranges.period(period, null))
        .withMessage("period must be one of 7d, 28d, 90d, 365d");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z,      2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
    "2026-03-01T10:00:00,       2026-03-01T09:00:00Z",
    "2026-03-01,                2026-02-28T23:00:00Z",
  })
  void readsIsoTimes(String text, Instant from) {
    RangeParameters asked = new RangeParameters(null, text, "2026-03-02", "Europe/Berlin");

    assertThat(ranges.parse(asked).from()).isEqualTo(from);
  }

  @Test
  void endsNowWhereNoEndIsGiven() {
    assertThat(ranges.parse(asked("2026-03-01", null)).to()).isEqualTo("2026-03-29T12:35:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2d,    ,                    ,                    ,             timeRange must be one of",
    "1h,    2026-03-01,          ,                    ,             timeRange cannot be combined",
    ",      ,                    2026-03-01,          ,             from is required",
    ",      yesterday,           ,                    ,             from must be ISO-8601",
    ",      2026-03-01 10:00:00Z,,                    ,             from must be ISO-8601",
    ",      2026-03-02,          2026-03-01,          ,             from must be before to",
    ",      2026-03-30,          ,                    ,             from must be before now",
    ",      1969-01-01,          ,                    ,             from must be between",
    ",      ,                    ,                    Mars/Olympus, tz must be an IANA",
    ",      ,                    ,                    +02:00,       tz must be an IANA",
  })
  void refusesWhatHasNoMeaning(
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      @Nullable String zone,
      String rule) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ranges.parse(new RangeParameters(name, from, to, zone)))
        .withMessageStartingWith(rule)
        .extracting(ProblemException::code)
        .isEqualTo(ErrorCode.INVALID_PARAMETER);
  }

  private static RangeParameters asked(@Nullable String from, @Nullable String to) {
    return new RangeParameters(null, from, to, null);
  }
}
