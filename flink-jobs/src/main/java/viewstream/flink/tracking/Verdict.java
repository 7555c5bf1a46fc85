package viewstream.flink.tracking;

import java.util.List;

/** What the tracker makes of one event. */
sealed interface Verdict {

  /**
   * The event is new and counts.
   *
   * @param creditedMs of its claimed watch time, what the cap grants
   * @param attempt it is the view's first accepted attempt
   * @param view it is the view's first frame
   * @param corrections to the figures of the view's milestones
   * @param conflict it repeats a milestone that the view has passed, which does not count again
   */
  record Accepted(
      long creditedMs,
      boolean attempt,
      boolean view,
      List<Correction> corrections,
      boolean conflict)
      implements Verdict {
    public Accepted {
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * The event is here already and goes nowhere.
   *
   * @param conflict two different events claim one sequence number
   */
  record Duplicate(boolean conflict) implements Verdict {}

  /** The log took it in more than 24 hours after it happened: only the rollup counts it. */
  record TooLate() implements Verdict {}

  /** The view has more events than are remembered of one: only the rollup counts it. */
  record BeyondMemory() implements Verdict {}
}
