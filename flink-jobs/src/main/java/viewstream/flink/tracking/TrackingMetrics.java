package viewstream.flink.tracking;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import viewstream.flink.metrics.JobMetrics;

/**
 * Counts the tracker's verdicts: read = accepted + duplicates + sequence conflicts + too late +
 * beyond memory. Repeated milestones are accepted events and counted beside.
 */
final class TrackingMetrics {
  private final Counter accepted;
  private final Counter duplicates;
  private final Counter sequenceConflicts;
  private final Counter milestoneConflicts;
  private final Counter tooLate;
  private final Counter beyondMemory;

  TrackingMetrics(MetricGroup group) {
    MetricGroup own = group.addGroup(JobMetrics.GROUP);
    accepted = own.counter(JobMetrics.ACCEPTED);
    duplicates = own.counter(JobMetrics.DUPLICATES);
    sequenceConflicts = own.counter(JobMetrics.SEQUENCE_CONFLICTS);
    milestoneConflicts = own.counter(JobMetrics.MILESTONE_CONFLICTS);
    tooLate = own.counter(JobMetrics.TOO_LATE);
    beyondMemory = own.counter(JobMetrics.BEYOND_MEMORY);
  }

  void count(Verdict verdict) {
    switch (verdict) {
      case Verdict.Accepted event -> {
        accepted.inc();
        if (event.conflict()) {
          milestoneConflicts.inc();
        }
      }
      case Verdict.Duplicate duplicate ->
          (duplicate.conflict() ? sequenceConflicts : duplicates).inc();
      case Verdict.TooLate late -> tooLate.inc();
      case Verdict.BeyondMemory beyond -> beyondMemory.inc();
    }
  }
}
