package viewstream.query.video;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.query.freshness.Coverage;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Facts;
import viewstream.query.reply.Plan;

/**
 * What was read of one video.
 *
 * @param catalogued null if the video is not in the catalogue
 * @param byStep what happened, by the start of the step; steps without events are absent
 * @param breakdowns views by value of each dimension asked for
 * @param exactViewers whether the distinct viewers of every step are counted, not estimated
 * @param coverage what the figures were read from
 * @param plan how it was read
 */
public record VideoAnswer(
    @Nullable CatalogEntry catalogued,
    Map<Instant, Facts> byStep,
    Map<Dimension, Map<String, Long>> breakdowns,
    boolean exactViewers,
    Coverage coverage,
    Plan plan) {
  /** What happened in a step, with the catalogue's duration where it has one. */
  public Facts facts(Instant step) {
    Facts facts = byStep.getOrDefault(step, Facts.NONE);
    return catalogued == null ? facts : facts.withDuration(catalogued.durationMs());
  }
}
