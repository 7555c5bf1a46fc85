package viewstream.system;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.harm.MutatedJob;
import viewstream.system.traffic.Scenario;

/**
 * The oracle notices a product that is wrong: each of the three things that make figures exact is
 * taken away, and the audit names a video and the field that differs.
 */
@Tag("long")
@ExtendWith(SharedFleet.class)
class OracleCanFailIT {
  private static final long SEED = 3;
  private static final int EVENTS = 10_000;

  @Test
  void withoutMemoryOfEventsRepeatsCountTwice(Fleet fleet, @TempDir Path folder)
      throws IOException {
    Path forgetful =
        MutatedJob.make(
            folder,
            "viewstream/flink/tracking/EventMemory.java",
            "return ids.contains(hash(id));",
            "return false;");
    fleet.runJob(forgetful);
    try {
      Rehearsal rehearsal = rehearsal(fleet, "forgetful");
      rehearsal.send(0, 1);
      rehearsal.sendAllAgain();

      assertThatThrownBy(rehearsal::audit)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("figures differ")
          .hasMessageFindingMatch("forgetful-\\d{4} watch_time_ms: expected \\d+, got \\d+")
          .hasMessageFindingMatch("forgetful-\\d{4} engaged_views: expected \\d+, got \\d+");
    } finally {
      fleet.runOwnJob();
    }
  }

  @Test
  void withoutTheIdsInTheirIdentityEventsReplaceEachOther(Fleet fleet) {
    try (var mixed =
        fleet
            .tables()
            .replace(
                "events",
                List.of("video_viewers_from_events"),
                "(video_id, event_time, view_id, event_id)",
                "(video_id, event_time)")) {
      Rehearsal rehearsal = rehearsal(fleet, "nameless");
      rehearsal.send(0, 1);

      assertThatThrownBy(rehearsal::audit)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("figures differ")
          .hasMessageFindingMatch("nameless-\\d{4} unique_viewers: expected \\d+, got \\d+");
    }
  }

  /** The same inserts that {@link SharpCasesIT} lets overtake each other without harm. */
  @Test
  void withoutVersionsALateInsertBringsBackOldFigures(Fleet fleet) {
    try (var unversioned =
        fleet
            .tables()
            .replace(
                "video_minute", List.of(), "ReplacingMergeTree(version)", "ReplacingMergeTree")) {
      Rehearsal rehearsal = Overtaking.rehearse(fleet, "unversioned");

      assertThatThrownBy(rehearsal::audit)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("figures differ")
          .hasMessageFindingMatch("unversioned-\\d{4} views: expected \\d+, got \\d+");
    }
  }

  /** Few videos, so that many events of one video happen in the same instant. */
  private static Rehearsal rehearsal(Fleet fleet, String name) {
    return new Rehearsal(fleet, Scenario.plain(name, SEED, EVENTS, Instant.now()));
  }
}
