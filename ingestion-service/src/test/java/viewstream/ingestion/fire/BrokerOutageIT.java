package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viewstream.ingestion.running.Backend;
import viewstream.stack.Part;

/** Whichever way the broker is away, players do not notice, and nothing is lost. */
class BrokerOutageIT {
  private static final Duration SHORT = Duration.ofSeconds(8);
  private static final Duration LONG =
      Duration.ofMinutes(Integer.getInteger("viewstream.outage.minutes", 10));
  private static final Duration AROUND = Duration.ofSeconds(3);
  private static final int PLAYERS = 8;

  /** With the service's log, if something was wrong. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void losesNothingAndRefusesNothing(Outage outage) throws Exception {
    endure(outage, SHORT);
  }

  @Tag("long")
  @Test
  void losesNothingInTenMinutesOfEach() throws Exception {
    try (var outages = Executors.newCachedThreadPool()) {
      List<Future<?>> running = new ArrayList<>();
      for (Outage outage : Outage.values()) {
        running.add(
            outages.submit(
                () -> {
                  endure(outage, LONG);
                  return null;
                }));
      }
      for (Future<?> done : running) {
        done.get();
      }
    }
  }

  private void endure(Outage outage, Duration time) throws Exception {
    var ledger = new Ledger();
    try (Backend backend = Backend.startProcesses();
        KafkaRelay relay = new KafkaRelay(port(backend));
        ServiceProcess service =
            ServiceProcess.start(
                folder.resolve(outage.name()), relay.address(), backend.registry(), Map.of())) {
      try (Load load = new Load(service.port(), PLAYERS, Duration.ofMillis(250), ledger)) {
        load.goOnFor(AROUND);
        outage.begin(backend, relay);
        load.goOnFor(time);
        assertThat(service.isReady()).as("ready while the broker is away").isTrue();
        double spooled = service.metric("viewstream_ingestion_spool_records");
        assertThat(spooled).as("records in the spool").isPositive();
        outage.end(backend, relay);
        backend.processes().awaitHealthy(Part.KAFKA);
        load.goOnFor(AROUND);
        System.out.printf("%s for %s: %.0f records in the spool%n", outage, time, spooled);
      }
      service.awaitEmptySpool();
      System.out.printf("%s for %s: %s%n", outage, time, ledger);
      ledger.assertEquals(TopicIds.read(backend));
      assertThat(ledger.replies("503") + ledger.replies("429")).as("refused").isZero();
      assertThat(ledger.replies("stranger 401")).as("strangers sent away").isPositive();
    }
  }

  private static int port(Backend backend) {
    String address = backend.kafka();
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
