package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;

/** Half an hour of steady load: memory is flat, and nothing is lost. */
@Tag("long")
class SoakIT {
  private static final int MINUTES = Integer.getInteger("viewstream.soak.minutes", 30);
  private static final int WARM_UP_MINUTES = 5;
  private static final int PLAYERS = 10;
  private static final Duration PAUSE = Duration.ofMillis(50);

  @TempDir Path folder;

  @Test
  void takesNoMoreMemoryAtTheEndThanAfterTheWarmUp() throws Exception {
    var ledger = new Ledger();
    List<Long> resident = new ArrayList<>();
    List<Double> live = new ArrayList<>();
    try (Backend backend = Backend.startProcesses();
        ServiceProcess service =
            ServiceProcess.start(folder, backend.kafka(), backend.registry(), Map.of())) {
      try (Load load = new Load(service.port(), PLAYERS, PAUSE, ledger)) {
        for (int minute = 1; minute <= MINUTES; minute++) {
          load.goOnFor(Duration.ofMinutes(1));
          resident.add(service.usage().residentBytes() >> 20);
          live.add(service.metric("jvm_gc_live_data_size_bytes") / (1 << 20));
          System.out.printf(
              "minute %d: resident %d MiB, heap %.0f MiB, after collection %.0f MiB; %s%n",
              minute,
              resident.getLast(),
              service.metric("jvm_memory_used_bytes") / (1 << 20),
              live.getLast(),
              ledger);
        }
      }
      service.awaitEmptySpool();
      ledger.assertEquals(TopicIds.read(backend));
    }
    assertThat(resident.getLast())
        .as("resident MiB by minute: " + resident)
        .isLessThanOrEqualTo(resident.get(Math.min(WARM_UP_MINUTES, MINUTES) - 1) * 115 / 100);
  }
}
