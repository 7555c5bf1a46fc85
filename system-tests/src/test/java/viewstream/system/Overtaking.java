package viewstream.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import viewstream.system.fleet.Fleet;
import viewstream.system.harm.Mischief;
import viewstream.system.harm.Relay;
import viewstream.system.traffic.Scenario;

/** Traffic during which inserts reach ClickHouse late, so that newer ones overtake them. */
final class Overtaking {
  /** Longer than the pause between two writings of a minute that changes. */
  private static final Duration HOLD = Duration.ofSeconds(4);

  private static final int STEPS = 8;
  private static final int EVENTS = 10_000;
  private static final long SEED = 8;

  private Overtaking() {}

  /** Returns when all is acknowledged and nothing is held back any more. */
  static Rehearsal rehearse(Fleet fleet, String name) {
    Scenario scenario = Scenario.plain(name, SEED, EVENTS, Instant.now());
    Portions portions = new Portions(new Rehearsal(fleet, scenario), STEPS);
    Relay relay = fleet.toClickHouse();
    relay.turnTo(Mischief.holdingRequests(0.5, HOLD));
    try {
      for (int step = 0; step < STEPS; step++) {
        int before = relay.heldRequests();
        portions.sendOne();
        await().until(() -> relay.heldRequests() > before + 1);
      }
    } finally {
      relay.turnTo(Mischief.NONE);
    }
    return portions.rehearsal();
  }
}
