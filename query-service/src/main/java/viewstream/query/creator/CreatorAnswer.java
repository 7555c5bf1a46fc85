package viewstream.query.creator;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import viewstream.query.freshness.Coverage;
import viewstream.query.metric.Facts;
import viewstream.query.metric.Measure;
import viewstream.query.reply.Plan;
import viewstream.query.time.Period;

/**
 * What was read of one channel.
 *
 * @param byStep what happened, by the start of the previous days and of each day; without viewers
 * @param viewers distinct viewers, by the start of the previous days and of the days
 * @param topVideos most viewed first
 * @param coverage what the figures were read from
 * @param plan how it was read
 */
public record CreatorAnswer(
    Map<Instant, Facts> byStep,
    Map<Instant, Long> viewers,
    List<TopVideo> topVideos,
    Coverage coverage,
    Plan plan) {
  public CreatorAnswer {
    byStep = Map.copyOf(byStep);
    viewers = Map.copyOf(viewers);
    topVideos = List.copyOf(topVideos);
  }

  /** What happened on a day. */
  Facts day(Instant start) {
    return byStep.getOrDefault(start, Facts.NONE);
  }

  /** All days together. */
  Facts days(Period period) {
    return total(period.start(), period.days().stream().map(period::start).toList());
  }

  /** All previous days together. */
  Facts previousDays(Period period) {
    return total(period.previousStart(), List.of(period.previousStart()));
  }

  private Facts total(Instant start, List<Instant> steps) {
    Map<Measure, Long> total = new EnumMap<>(Measure.class);
    for (Measure measure : CreatorQuestion.MEASURES) {
      total.put(measure, steps.stream().mapToLong(step -> day(step).value(measure)).sum());
    }
    total.put(Measure.UNIQUE_VIEWERS, viewers.getOrDefault(start, 0L));
    return new Facts(total, Map.of());
  }
}
