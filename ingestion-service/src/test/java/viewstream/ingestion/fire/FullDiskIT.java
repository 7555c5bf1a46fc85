package viewstream.ingestion.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.running.Backend;
import viewstream.stack.Part;

/** A file system without room: what does not fit is refused, what was acknowledged is kept. */
class FullDiskIT {
  private static final int PLAYERS = 8;

  /** With the service's log, if something was wrong. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void refusesWhatDoesNotFitAndKeepsTheRest() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()))
        .as("Mounting a small file system takes root; without it this test says nothing.")
        .isZero();
    try {
      fill(disk);
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private void fill(Path disk) throws Exception {
    var ledger = new Ledger();
    Map<String, String> small = Map.of("VIEWSTREAM_SPOOL_FOLDER", disk.toString());
    try (Backend backend = Backend.startProcesses();
        ServiceProcess service =
            ServiceProcess.start(
                folder.resolve("service"), backend.kafka(), backend.registry(), small)) {
      try (Load load = new Load(service.port(), PLAYERS, Duration.ofMillis(50), ledger)) {
        load.goOnFor(Duration.ofSeconds(1));
        backend.processes().stop(Part.KAFKA);
        load.goOnFor(Duration.ofSeconds(12));
        assertThat(ledger.replies("503")).as("refused").isPositive();
        assertThat(service.isReady()).isFalse();
        assertThat(disk.toFile().getUsableSpace()).as("left on the disk").isLessThan(16 << 10);
        service.kill();
        backend.processes().startAgain(Part.KAFKA);
        backend.processes().awaitHealthy(Part.KAFKA);
        service.awaitReady();
        load.goOnFor(Duration.ofSeconds(1));
      }
      service.awaitEmptySpool();
      System.out.println("on a full disk: " + ledger);
      ledger.assertEquals(TopicIds.read(backend));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }
}
