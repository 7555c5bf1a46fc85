package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;

/** SIGTERM amid traffic: every request gets its reply, or finds nobody there. */
class StopIT {
  private static final int PLAYERS = 8;

  /** With the service's log, if something was wrong. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void failsNoRequestButByRefusingItsConnection() throws Exception {
    stopAmidTraffic(1);
  }

  @Tag("long")
  @Test
  void failsNoRequestHoweverOftenItStops() throws Exception {
    stopAmidTraffic(10);
  }

  private void stopAmidTraffic(int times) throws Exception {
    var ledger = new Ledger();
    try (Backend backend = Backend.startProcesses();
        ServiceProcess service =
            ServiceProcess.start(folder, backend.kafka(), backend.registry(), Map.of())) {
      for (int i = 0; i < times; i++) {
        try (Load load = new Load(service.port(), PLAYERS, Duration.ofMillis(5), ledger)) {
          load.goOnFor(Duration.ofSeconds(2));
          service.stop();
          load.goOnFor(Duration.ofMillis(200));
        }
        service.startAgain();
        service.awaitReady();
      }
      service.awaitEmptySpool();
      System.out.println("stopped amid traffic: " + ledger);
      ledger.assertEquals(TopicIds.read(backend));
      assertThat(ledger.replies("ConnectException")).as("refused connections").isPositive();
      assertThat(ledger.kinds())
          .as("how requests ended")
          .isSubsetOf("200", "stranger 401", "ConnectException");
    }
  }
}
