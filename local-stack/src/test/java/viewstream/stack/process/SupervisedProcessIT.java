package viewstream.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessIT {
  @TempDir private Path folder;

  private ProcessLedger ledger;
  private Launcher launcher;

  @BeforeEach
  void open() {
    ledger = new ProcessLedger(folder.resolve("run"));
    launcher = new Launcher(folder.resolve("logs"), ledger);
  }

  @AfterEach
  void close() throws Exception {
    launcher.close();
    ledger.killAll();
  }

  @Test
  void aKilledProcessIsStartedAgain() {
    AtomicInteger crashes = new AtomicInteger();
    SupervisedProcess sleeper = supervised("exec sleep 600", crashes::incrementAndGet);
    sleeper.start();
    await().until(sleeper::isHealthy);
    long first = pid();

    sleeper.kill();

    await().until(sleeper::isHealthy);
    assertThat(pid()).isNotEqualTo(first);
    assertThat(crashes).hasValue(1);
    sleeper.stop();
  }

  @Test
  void howeverOftenItIsKilledItIsBackAtOnce() {
    SupervisedProcess sleeper = supervised("exec sleep 600", () -> {});
    sleeper.start();
    for (int kill = 0; kill < 6; kill++) {
      await().atMost(Duration.ofSeconds(2)).until(sleeper::isHealthy);
      sleeper.kill();
    }
    sleeper.stop();
  }

  @Test
  void aStoppedProcessIsGoneAndForgotten() throws Exception {
    SupervisedProcess sleeper = supervised("exec sleep 600", () -> {});
    sleeper.start();
    await().until(sleeper::isHealthy);
    ProcessHandle process = ledger.running("child").orElseThrow();

    sleeper.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(ledger.running()).isEmpty();
    assertThat(sleeper.isHealthy()).isFalse();
  }

  @Test
  void whatWillNotRunIsGivenUpWithASentence() {
    SupervisedProcess broken = supervised("exit 3", () -> {});

    broken.start();

    await().until(() -> broken.failure().isPresent());
    assertThat(broken.failure().orElseThrow()).contains("child", "exit code 3", "child.log");
  }

  @Test
  void childrenDieWithWhoStartedThem() {
    supervised("exec sleep 600", () -> {}).start();
    await().until(() -> ledger.running("child").isPresent());
    ProcessHandle process = ledger.running("child").orElseThrow();

    launcher.close();

    await().until(() -> !process.isAlive());
  }

  private SupervisedProcess supervised(String script, Runnable afterCrash) {
    return new SupervisedProcess(new ChildProcess("child", script, folder), launcher, afterCrash);
  }

  private long pid() {
    return ledger.running("child").orElseThrow().pid();
  }
}
