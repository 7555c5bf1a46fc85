package viewstream.query.video;

import java.util.Set;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Measure;
import viewstream.query.time.Steps;
import viewstream.query.time.TimeRange;

/**
 * What to read of one video.
 *
 * @param name what kind of question it is, for metrics
 * @param steps how the range is cut
 * @param measures what to read for each step
 * @param dimensions what to break views down by, over all steps
 */
public record VideoQuestion(
    String name,
    String videoId,
    TimeRange range,
    Steps steps,
    Set<Measure> measures,
    Set<Dimension> dimensions) {
  public VideoQuestion {
    measures = Set.copyOf(measures);
    dimensions = Set.copyOf(dimensions);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("measures must not be empty");
    }
    if (!dimensions.isEmpty() && steps.starts().size() > 1) {
      throw new IllegalArgumentException("dimensions are read over one step only");
    }
  }
}
