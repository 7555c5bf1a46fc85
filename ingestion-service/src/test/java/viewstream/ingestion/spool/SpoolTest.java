package viewstream.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static viewstream.ingestion.spool.Spools.append;
import static viewstream.ingestion.spool.Spools.drain;
import static viewstream.ingestion.spool.Spools.files;
import static viewstream.ingestion.spool.Spools.left;
import static viewstream.ingestion.spool.Spools.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  @TempDir Path folder;

  @Test
  void givesRecordsInOrderOfArrivalUntilTheyAreReleased() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      append(spool, "a", "b");
      append(spool, "c");

      Portion portion = spool.next(1 << 20);
      assertThat(text(portion)).containsExactly("a", "b", "c");
      assertThat(text(spool.next(1))).containsExactly("a");

      spool.release(portion);
      assertThat(spool.next(1)).isNull();
      assertThat(spool.isEmpty()).isTrue();
      assertThat(spool.bytes()).isZero();
    }
  }

  @Test
  void keepsWhatWasNotReleasedOverARestartAndNothingElse() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      append(spool, "a", "b", "c");
      spool.release(spool.next(1));
    }
    try (Spool spool = Spools.open(folder)) {
      assertThat(spool.records()).isEqualTo(2);
      append(spool, "d");
      assertThat(drain(spool)).containsExactly("b", "c", "d");
    }
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void deletesFilesWhoseRecordsAreReleasedAndGoesOn() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      for (int i = 0; i < 10; i++) {
        append(spool, "x".repeat(600));
      }
      assertThat(files(folder, ".segment")).hasSize(5);
      drain(spool);
      assertThat(files(folder, ".segment")).isEmpty();

      append(spool, "later");
      assertThat(drain(spool)).containsExactly("later");
    }
  }

  @Test
  void neverGivesANumberAgainThatAnOldPositionMaySpeakOf() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Spool spool = Spools.open(folder)) {
        append(spool, "a" + i, "b" + i);
        assertThat(drain(spool)).containsExactly("a" + i, "b" + i);
      }
    }
    try (Spool spool = Spools.open(folder)) {
      append(spool, "c");
      assertThat(files(folder, ".segment").getFirst()).hasFileName("0000000000000004.segment");
    }
  }

  @Test
  void sendsAgainRatherThanSkipWhenThePositionCannotBeRead() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      append(spool, "a", "b");
      spool.release(spool.next(1));
    }
    Files.write(folder.resolve("position"), new byte[20]);

    assertThat(left(folder)).containsExactly("a", "b");
  }

  @Test
  void refusesWhatDoesNotFitAndTakesAgainWhenThereIsRoom() throws Exception {
    try (Spool spool = Spool.open(Spools.properties(folder, 2_000, 500), Clock.systemUTC())) {
      append(spool, "x".repeat(900));
      append(spool, "x".repeat(900));
      assertThatExceptionOfType(SpoolException.class)
          .isThrownBy(() -> append(spool, "x".repeat(900)))
          .withStackTraceContaining("full");
      append(spool, "small");

      spool.release(spool.next(1));
      append(spool, "y".repeat(900));
      assertThat(drain(spool)).last().asString().startsWith("y");
    }
  }

  @Test
  void letsOnlyOneHaveAFolder() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      assertThat(spool.isEmpty()).isTrue();
      assertThatIllegalStateException()
          .isThrownBy(() -> Spools.open(folder))
          .withMessageContaining("VIEWSTREAM_SPOOL_FOLDER");
    }
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void takesNothingWhenClosedAndMayBeClosedTwice() throws Exception {
    Spool spool = Spools.open(folder);
    spool.close();
    spool.close();
    assertThatExceptionOfType(SpoolException.class).isThrownBy(() -> append(spool, "late"));
  }

  @Test
  void takesRecordsOfManyThreadsWhileTheyAreRead() throws Exception {
    int threads = 16;
    int each = 50;
    var read = new ArrayList<String>();
    try (Spool spool = Spools.open(folder);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent = new ArrayList<Future<?>>();
      for (int thread = 0; thread < threads; thread++) {
        String name = "thread " + thread + " record ";
        sent.add(
            senders.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    append(spool, name + i);
                  }
                }));
      }
      while (read.size() < threads * each) {
        spool.awaitRecords(Duration.ofSeconds(10));
        read.addAll(drain(spool));
      }
      for (Future<?> done : sent) {
        done.get();
      }
    }
    assertThat(read).doesNotHaveDuplicates().hasSize(threads * each);
    assertThat(files(folder, ".segment")).isEmpty();
  }

  @Test
  void keepsTheFileOfRecordsThatNobodyTakes() throws Exception {
    try (Spool spool = Spools.open(folder)) {
      append(spool, "poison", "good");
      spool.setAside(spool.next(1));
      assertThat(drain(spool)).containsExactly("good");
    }
    List<Path> kept = files(folder, ".damaged");
    assertThat(kept).hasSize(1);
    assertThat(Files.readString(kept.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("poison");
  }

  @Test
  void tellsHowOldTheOldestIs() throws Exception {
    var clock = new SettableClock();
    try (Spool spool = Spools.open(folder, clock)) {
      assertThat(spool.age()).isZero();
      append(spool, "a");
      clock.now = clock.now.plusSeconds(30);
      append(spool, "b");
      assertThat(spool.age()).isEqualTo(Duration.ofSeconds(30));
    }
    clock.now = clock.now.plusSeconds(10);
    try (Spool spool = Spools.open(folder, clock)) {
      assertThat(spool.age()).isEqualTo(Duration.ofSeconds(40));
      drain(spool);
      assertThat(spool.age()).isZero();
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.ofEpochSecond(1_000_000_000);

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
