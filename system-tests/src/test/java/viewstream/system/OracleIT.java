package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Scenario;
import viewstream.system.traffic.Video;

/** Every figure is exactly what the acknowledged events say it is, within a minute. */
@ExtendWith(SharedFleet.class)
class OracleIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_260_304);

  @Test
  void figuresEqualTheOracle(Fleet fleet) {
    Rehearsal rehearsal = new Rehearsal(fleet, Scenario.full("whole", SEED, Instant.now()));

    double eventsPerSecond = rehearsal.send(0, 1);

    rehearsal.audit();
    rehearsal.auditTrending();
    // A figure to read, not to fail on: it says as much about the machine's other work.
    System.out.printf("%.0f acknowledged events/s%n", eventsPerSecond);
  }

  @Test
  void figuresEqualTheOracleAcrossARestart(Fleet fleet) {
    Rehearsal rehearsal = new Rehearsal(fleet, Scenario.tenth("again", SEED, Instant.now()));
    rehearsal.send(0, 0.6);

    fleet.restart();

    rehearsal.send(0.6, 1);
    rehearsal.audit();
  }

  @Test
  void liveFiguresComeFromTheLiveTables(Fleet fleet) {
    Rehearsal rehearsal = new Rehearsal(fleet, Scenario.tenth("plan", SEED, Instant.now()));
    rehearsal.send(0, 0.1);
    fleet.catalog(new Video("plan-0000", "plan-channel-0", Duration.ofMinutes(1)));

    Answer answer = fleet.query().videoWithPlan("plan-0000");

    assertThat(answer.texts("debug.plan.tables")).contains("video_minute", "video_viewers");
    assertThat(answer.at("freshness.source")).isIn("realtime", "mixed");
    assertThat((String) answer.at("debug.plan.sql")).contains("SELECT");
  }
}
