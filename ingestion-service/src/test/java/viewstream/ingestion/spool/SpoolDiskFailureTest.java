package viewstream.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static viewstream.ingestion.spool.Spools.append;
import static viewstream.ingestion.spool.Spools.drain;
import static viewstream.ingestion.spool.Spools.left;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import viewstream.ingestion.spool.FailingDisk.Call;

/**
 * Nothing that was appended is lost to a disk that fails, and nothing is said to be that is not.
 */
class SpoolDiskFailureTest {
  @TempDir Path folder;

  private final FailingDisk disk = new FailingDisk();

  @ParameterizedTest
  @EnumSource(
      value = Call.class,
      names = {"WRITE", "FORCE"})
  void cutsOffWhatItCouldNotWrite(Call failing) throws Exception {
    try (Spool spool = Spools.open(folder, disk)) {
      append(spool, "before");
      assertRefused(spool, Set.of(failing));
      append(spool, "after");
      assertThat(drain(spool)).containsExactly("before", "after");
    }
  }

  @Test
  void writesToANewFileWhenItCannotCutTheOld() throws Exception {
    try (Spool spool = Spools.open(folder, disk)) {
      append(spool, "before");
      assertRefused(spool, Set.of(Call.WRITE, Call.TRUNCATE));
      append(spool, "after");
      assertThat(Spools.files(folder, ".segment")).hasSize(2);
      assertThat(drain(spool)).containsExactly("before", "after");
    }
  }

  @Test
  void leavesNoFilesBehindOnADiskThatTakesNone() throws Exception {
    try (Spool spool = Spools.open(folder, disk)) {
      for (int i = 0; i < 3; i++) {
        assertRefused(spool, Set.of(Call.OPEN));
      }
      append(spool, "after");
    }
    assertThat(left(folder)).containsExactly("after");
  }

  @Test
  void refusesAtOnceWhatADiskThatHangsWouldPileUpInMemory() throws Exception {
    var properties =
        new SpoolProperties(
            folder, DataSize.ofMegabytes(1), DataSize.ofBytes(1_000), DataSize.ofKilobytes(10));
    try (Spool spool = Spool.open(properties, Clock.systemUTC(), disk);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      disk.hanging = new CountDownLatch(1);
      Future<?> waiting = callers.submit(() -> append(spool, "x".repeat(600)));
      await().until(() -> refused(spool, "y".repeat(600)));
      assertThat(waiting.isDone()).isFalse();

      disk.hanging.countDown();
      waiting.get();
      await().until(() -> !refused(spool, "z".repeat(600)));
    }
    assertThat(left(folder)).containsExactly("x".repeat(600), "z".repeat(600));
  }

  private static boolean refused(Spool spool, String record) {
    try {
      append(spool, record);
      return false;
    } catch (SpoolException refused) {
      return true;
    }
  }

  @Test
  void keepsExactlyWhatItAcknowledgedWhateverFails() throws Exception {
    var random = new Random(3);
    for (int round = 0; round < 40; round++) {
      Path spooled = Files.createDirectory(folder.resolve("round-" + round));
      var acknowledged = new ArrayList<String>();
      var refused = new ArrayList<String>();
      try (Spool spool = Spools.open(spooled, disk)) {
        for (int i = 0; i < 30; i++) {
          disk.failing.addAll(failures(random));
          String record = i + "-".repeat(random.nextInt(200));
          try {
            append(spool, record);
            acknowledged.add(record);
          } catch (SpoolException failed) {
            refused.add(record);
          }
          disk.failing.clear();
        }
      }
      var found = new ArrayList<>(left(spooled));
      assertThat(found).as("round " + round).containsAll(acknowledged);
      found.removeAll(acknowledged);
      // A frame that could not even be cut off may be found: its sender was told to repeat it.
      assertThat(refused).containsAll(found);
    }
  }

  private static Set<Call> failures(Random random) {
    Set<Call> failures = EnumSet.noneOf(Call.class);
    if (random.nextInt(3) == 0) {
      for (Call call : Call.values()) {
        if (random.nextBoolean()) {
          failures.add(call);
        }
      }
    }
    return failures;
  }

  private void assertRefused(Spool spool, Set<Call> failures) {
    disk.failing.addAll(failures);
    assertThatExceptionOfType(SpoolException.class).isThrownBy(() -> append(spool, "refused"));
    disk.failing.clear();
  }
}
