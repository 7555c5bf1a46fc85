package viewstream.query.creator;

import java.util.List;
import viewstream.query.metric.Measure;
import viewstream.query.time.Period;

/**
 * What to read of one channel.
 *
 * @param topVideos how many of its best videos
 */
public record CreatorQuestion(String channelId, Period period, int topVideos) {
  /** What is read for every day and video. */
  public static final List<Measure> MEASURES =
      List.of(Measure.VIEWS, Measure.WATCH_TIME_MS, Measure.SUBSCRIBES);
}
