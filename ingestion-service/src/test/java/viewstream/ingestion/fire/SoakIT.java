package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;

/** Half an hour of steady load: memory is flat, and nothing is lost. */
@Tag("long")
class SoakIT {
  private static final int MINUTES = Integer.getInteger("viewstream.soak.minutes", 30);
  private static final int WARM_UP_MINUTES = 5;
  private static final int PLAYERS = 10;
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** With the service's log, if something was wrong. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void takesNoMoreMemoryAtTheEndThanAfterTheWarmUp() throws Exception {
    var ledger = new Ledger();
    List<Long> resident = new ArrayList<>();
    List<Long> live = new ArrayList<>();
    try (Backend backend = Backend.startProcesses();
        ServiceProcess service =
            ServiceProcess.start(folder, backend.kafka(), backend.registry(), Map.of())) {
      try (Load load = new Load(service.port(), PLAYERS, PAUSE, ledger)) {
        for (int minute = 1; minute <= MINUTES; minute++) {
          load.goOnFor(Duration.ofMinutes(1));
          resident.add(service.usage().residentBytes() >> 20);
          live.add(service.liveHeap() >> 20);
          System.out.printf(
              "minute %d: resident %d MiB, live heap %d MiB; %s%n",
              minute, resident.getLast(), live.getLast(), ledger);
        }
      }
      service.awaitEmptySpool();
      ledger.assertEquals(TopicIds.read(backend));
    }
    assertFlat("resident", resident);
    assertFlat("live heap", live);
  }

  private static void assertFlat(String what, List<Long> mebibytes) {
    long warm = mebibytes.get(Math.min(WARM_UP_MINUTES, mebibytes.size()) - 1);
    assertThat(mebibytes.getLast())
        .as("%s, MiB by minute: %s", what, mebibytes)
        .isLessThanOrEqualTo(warm * 115 / 100);
  }
}
