package viewstream.flink.tracking;

/**
 * A signed change to figures that count at a view's milestone, whenever it is that they become
 * known or turn out otherwise.
 *
 * @param videoId the video
 * @param time of the milestone, epoch ms: start failures count at the attempt, all else at the
 *     first frame
 * @param engagedViews −1, 0 or 1, like the others
 * @param completions views that reached the end
 * @param playbackFailures fatal errors after the first frame
 * @param startFailures fatal errors before the first frame
 */
public record Correction(
    String videoId,
    long time,
    int engagedViews,
    int completions,
    int playbackFailures,
    int startFailures) {}
