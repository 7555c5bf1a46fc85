package viewstream.query.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.query.http.ErrorCode;
import viewstream.query.http.ProblemException;

class StepsTest {
  @Test
  void beginWithTheStepThatTheRangeBeginsIn() {
    assertThat(steps("2026-01-01T10:37:00Z", "2026-01-01T12:01:00Z", "UTC", Granularity.HOUR))
        .containsExactly(
            Instant.parse("2026-01-01T10:00:00Z"),
            Instant.parse("2026-01-01T11:00:00Z"),
            Instant.parse("2026-01-01T12:00:00Z"));
  }

  @Test
  void leaveOutTheStepThatTheRangeEndsBefore() {
    assertThat(steps("2026-01-01T10:00:00Z", "2026-01-01T12:00:00Z", "UTC", Granularity.HOUR))
        .hasSize(2);
  }

  @Test
  void makeTheDayOfSpringForwardShorter() {
    assertThat(
            steps("2026-03-27T23:00:00Z", "2026-03-30T00:00:00Z", "Europe/Berlin", Granularity.DAY))
        .containsExactly(
            Instant.parse("2026-03-27T23:00:00Z"),
            Instant.parse("2026-03-28T23:00:00Z"),
            Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void haveTwentyFiveHoursOnTheDayOfFallBack() {
    assertThat(
            steps(
                "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Berlin", Granularity.HOUR))
        .hasSize(25)
        .doesNotHaveDuplicates();
  }

  @Test
  void stayAtFullLocalHoursWhereZonesAreNot() {
    assertThat(
            steps(
                "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", "Asia/Kathmandu", Granularity.HOUR))
        .containsExactly(
            Instant.parse("2026-01-01T09:15:00Z"), Instant.parse("2026-01-01T10:15:00Z"));
  }

  @Test
  void beginWeeksOnMondayAndMonthsOnTheFirst() {
    assertThat(steps("2026-01-01T10:00:00Z", "2026-01-06T00:00:00Z", "UTC", Granularity.WEEK))
        .containsExactly(
            Instant.parse("2025-12-29T00:00:00Z"), Instant.parse("2026-01-05T00:00:00Z"));
    assertThat(steps("2026-01-31T10:00:00Z", "2026-03-01T00:00:01Z", "UTC", Granularity.MONTH))
        .containsExactly(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void surviveMidnightsThatDoNotExist() {
    List<Instant> days =
        steps("2026-04-22T22:00:00Z", "2026-04-25T21:00:00Z", "Africa/Cairo", Granularity.DAY);

    assertThat(days)
        .containsExactly(
            Instant.parse("2026-04-22T22:00:00Z"),
            Instant.parse("2026-04-23T22:00:00Z"),
            Instant.parse("2026-04-24T21:00:00Z"));
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void alwaysGetAhead(Granularity granularity) {
    for (String zone :
        List.of("Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "Asia/Gaza", "UTC")) {
      Duration length =
          granularity == Granularity.MINUTE ? Duration.ofDays(3) : Duration.ofDays(370);
      Instant from = Instant.parse("2026-03-20T00:00:00Z");
      List<Instant> starts =
          steps(from.toString(), from.plus(length).toString(), zone, granularity);

      assertThat(IntStream.range(1, starts.size()))
          .allMatch(i -> starts.get(i - 1).isBefore(starts.get(i)));
      assertThat(starts.getFirst()).isBeforeOrEqualTo(from);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 59})
  void areRefusedWhenThereAreTooMany(int maximum) {
    TimeRange hour = range("2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", "UTC");

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Steps.of(hour, Granularity.MINUTE, maximum))
        .withMessageContaining("more than " + maximum + " points")
        .extracting(ProblemException::code)
        .isEqualTo(ErrorCode.UNSUPPORTED_QUERY);
  }

  private static List<Instant> steps(String from, String to, String zone, Granularity step) {
    return Steps.of(range(from, to, zone), step, 100_000).starts();
  }

  private static TimeRange range(String from, String to, String zone) {
    return new TimeRange("test", Instant.parse(from), Instant.parse(to), ZoneId.of(zone));
  }
}
