package viewstream.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerIT {
  @TempDir private Path folder;

  private ProcessLedger ledger;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    ledger = new ProcessLedger(folder);
    process = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void endsWhatWasEntered() throws IOException {
    ledger.enter("sleeper", process.toHandle());

    assertThat(ledger.killAll()).containsExactly("sleeper");

    assertThat(process.isAlive()).isFalse();
    assertThat(ledger.running()).isEmpty();
  }

  @Test
  void leavesAloneAnotherProcessThatGotTheSameId() throws IOException {
    Instant earlier = Instant.now().minus(Duration.ofHours(1));
    Files.writeString(
        folder.resolve("sleeper.pid"), new ProcessRecord(process.pid(), earlier).toString());

    assertThat(ledger.killAll()).isEmpty();

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aDamagedEntryHarmsNobody() throws IOException {
    Files.writeString(folder.resolve("sleeper.pid"), "17");

    assertThat(ledger.running()).isEmpty();
  }
}
