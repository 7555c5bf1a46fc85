package viewstream.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.spool.Spools.append;
import static viewstream.ingestion.spool.Spools.left;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whenever the process dies, what had been appended and not yet been released is there.
 *
 * <pre>
 * valid:   append a, append b, release a, killed, found {b}     or {a, b}
 * invalid: append a, append b, release a, killed, found {a}
 * </pre>
 */
class SpoolCrashTest {
  @TempDir Path root;

  @Test
  void findsAllThatWasAppendedAndNotReleased() throws Exception {
    Path folder = root.resolve("spool");
    Set<String> appended = ConcurrentHashMap.newKeySet();
    Set<String> released = ConcurrentHashMap.newKeySet();
    var ends = new AtomicBoolean();
    try (Spool spool = Spools.open(folder)) {
      Thread appending = Thread.ofVirtual().start(() -> appendUntil(ends, spool, appended));
      Thread releasing = Thread.ofVirtual().start(() -> releaseUntil(ends, spool, released));
      for (int kill = 0; kill < 60; kill++) {
        int before = appended.size();
        while (appended.size() < before + kill % 7) {
          Thread.onSpinWait();
        }
        Set<String> mustBeThere = new HashSet<>(appended);
        Path copy = root.resolve("killed-" + kill);
        Spools.copy(folder, copy);
        mustBeThere.removeAll(released);

        assertThat(left(copy)).as("kill " + kill).containsAll(mustBeThere);
      }
      ends.set(true);
      appending.join();
      releasing.join();
    }
    assertThat(released).isNotEmpty();
  }

  @Test
  void findsAllAfterACrashBetweenTheStepsOfARelease() throws IOException, InterruptedException {
    Path folder = root.resolve("spool");
    try (Spool spool = Spools.open(folder)) {
      append(spool, "x".repeat(2_000));
      append(spool, "y");
      Files.copy(folder.resolve("0000000000000001.segment"), root.resolve("first"));
      spool.release(spool.next(1));
    }
    // The position was written, the segment not yet deleted.
    Files.copy(root.resolve("first"), folder.resolve("0000000000000001.segment"));
    assertThat(left(folder)).containsExactly("y");
    // All was deleted, an old position came back.
    Files.delete(folder.resolve("position"));
    assertThat(left(folder)).isEmpty();
  }

  @Test
  void findsAllAfterACrashBetweenTheStepsOfANewSegment() throws IOException, InterruptedException {
    Path folder = root.resolve("spool");
    try (Spool spool = Spools.open(folder)) {
      append(spool, "a");
    }
    Files.createFile(folder.resolve("0000000000000002.segment"));
    try (Spool spool = Spools.open(folder)) {
      append(spool, "b");
      assertThat(Spools.drain(spool)).isEqualTo(List.of("a", "b"));
    }
  }

  private static void appendUntil(AtomicBoolean ends, Spool spool, Set<String> appended) {
    var random = new Random(1);
    for (int i = 0; !ends.get(); i++) {
      String record = i + "x".repeat(random.nextInt(400));
      append(spool, record);
      appended.add(record);
    }
  }

  private static void releaseUntil(AtomicBoolean ends, Spool spool, Set<String> released) {
    while (!ends.get()) {
      Portion next = spool.next(500);
      if (next != null) {
        released.addAll(Spools.text(next));
        spool.release(next);
      }
    }
  }
}
