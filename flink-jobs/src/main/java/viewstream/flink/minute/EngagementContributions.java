package viewstream.flink.minute;

import org.jspecify.annotations.Nullable;
import viewstream.flink.aggregate.Contributions;
import viewstream.flink.aggregate.Slots;
import viewstream.flink.engagement.Engaged;
import viewstream.schema.event.EngagementType;

/** What an engagement adds to the minute of the video it names, if it names one. */
final class EngagementContributions implements Contributions<Engaged, MinuteSums> {
  private static final long serialVersionUID = 1;

  @Override
  public void contribute(Engaged engaged, Slots<MinuteSums> slots) {
    @Nullable String videoId = engaged.event().getVideoId();
    @Nullable Measure measure = measure(engaged.event().getType());
    if (engaged.counts() && videoId != null && measure != null) {
      slots.contribute(
          videoId,
          engaged.eventTime(),
          engaged.logTime(),
          sums -> sums.contribution().add(measure, 1));
    }
  }

  private static @Nullable Measure measure(EngagementType type) {
    return switch (type) {
      case like -> Measure.LIKES;
      case unlike -> Measure.UNLIKES;
      case dislike -> Measure.DISLIKES;
      case undislike -> Measure.UNDISLIKES;
      case comment -> Measure.COMMENTS;
      case share -> Measure.SHARES;
      case subscribe -> Measure.SUBSCRIBES;
      case unsubscribe -> Measure.UNSUBSCRIBES;
      case impression -> Measure.IMPRESSIONS;
      case click -> Measure.CLICKS;
      case unknown -> null;
    };
  }
}
