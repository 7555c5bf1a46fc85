package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;

/** SIGKILL at any moment, with the broker there and away, costs nothing that was acknowledged. */
class KillsIT {
  private static final long SEED = Long.getLong("viewstream.seed", 20_261_123);
  private static final int PLAYERS = 8;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** With the service's log, if something was wrong. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void losesNothingToThreeKills() throws Exception {
    endure(3);
  }

  @Tag("long")
  @Test
  void losesNothingToFiftyKills() throws Exception {
    endure(Integer.getInteger("viewstream.kills", 50));
  }

  private void endure(int kills) throws Exception {
    var random = new Random(SEED);
    var ledger = new Ledger();
    try (Backend backend = Backend.startProcesses();
        KafkaRelay relay = new KafkaRelay(port(backend));
        ServiceProcess service =
            ServiceProcess.start(folder, relay.address(), backend.registry(), Map.of())) {
      try (Load load = new Load(service.port(), PLAYERS, PAUSE, ledger)) {
        for (int kill = 0; kill < kills; kill++) {
          boolean away = random.nextBoolean();
          if (away) {
            relay.cut();
          }
          load.goOnFor(Duration.ofMillis(random.nextInt(away ? 4_000 : 1_500)));
          int before = ledger.acknowledged();
          service.kill();
          if (random.nextBoolean()) {
            relay.mend();
          }
          service.awaitReady();
          load.goOnFor(Duration.ofMillis(200));
          assertThat(ledger.acknowledged()).as("taken again").isGreaterThanOrEqualTo(before);
        }
        relay.mend();
      }
      service.awaitEmptySpool();
      System.out.printf("%d kills: %s%n", kills, ledger);
      ledger.assertEquals(TopicIds.read(backend));
    }
  }

  private static int port(Backend backend) {
    String address = backend.kafka();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
