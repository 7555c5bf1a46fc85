package viewstream.flink.tracking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a view stands by all that has been seen of it, in whichever order it came. The difference of
 * two standings is what an event changed.
 *
 * @param engaged it is an engaged view
 * @param completed its end was reached
 * @param playbackFailed it failed after the first frame
 * @param startFailed it failed before the first frame
 */
record Standing(boolean engaged, boolean completed, boolean playbackFailed, boolean startFailed) {

  /** What must be corrected for the view to stand as it stands now. */
  List<Correction> since(Standing before, @Nullable Moment attempt, @Nullable Moment firstFrame) {
    if (equals(before)) {
      return List.of();
    }
    List<Correction> corrections = new ArrayList<>(2);
    int starts = change(before.startFailed, startFailed);
    if (attempt != null && starts != 0) {
      corrections.add(new Correction(attempt.videoId(), attempt.time(), 0, 0, 0, starts));
    }
    int engagements = change(before.engaged, engaged);
    int completions = change(before.completed, completed);
    int failures = change(before.playbackFailed, playbackFailed);
    if (firstFrame != null && (engagements | completions | failures) != 0) {
      corrections.add(
          new Correction(
              firstFrame.videoId(), firstFrame.time(), engagements, completions, failures, 0));
    }
    return corrections;
  }

  private static int change(boolean before, boolean after) {
    return (after ? 1 : 0) - (before ? 1 : 0);
  }
}
