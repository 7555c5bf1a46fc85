package viewstream.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.spool.Spools.append;
import static viewstream.ingestion.spool.Spools.drain;
import static viewstream.ingestion.spool.Spools.files;
import static viewstream.ingestion.spool.Spools.left;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut or changed: what is whole is read, what is not is reported and kept. */
class SpoolDamageTest {
  private static final List<String> RECORDS = List.of("first", "", "third record", "last");

  @TempDir Path root;
  private byte[] segment;
  private int[] ends;

  @BeforeEach
  void fill() throws Exception {
    Path folder = root.resolve("origin");
    try (Spool spool = Spools.open(folder)) {
      for (String record : RECORDS) {
        append(spool, record);
      }
    }
    segment = Files.readAllBytes(files(folder, ".segment").getFirst());
    ends = new int[RECORDS.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += Frame.HEADER_BYTES + RECORDS.get(i).length();
      ends[i] = end;
    }
    assertThat(segment).hasSize(end);
  }

  @Test
  void cutsATornEndWhereverItIsTorn() throws IOException {
    for (int length = 0; length <= segment.length; length++) {
      Path folder = folder("cut-" + length, Arrays.copyOf(segment, length));
      int cut = length;
      int whole = (int) Arrays.stream(ends).filter(end -> end <= cut).count();

      assertThat(left(folder)).as("cut at " + cut).isEqualTo(RECORDS.subList(0, whole));
      assertThat(files(folder, ".damaged")).as("cut at " + cut).isEmpty();
    }
  }

  @Test
  void takesZerosForATornEnd() throws IOException {
    for (int zeros = 1; zeros < 64; zeros++) {
      Path folder = folder("zeros-" + zeros, Arrays.copyOf(segment, segment.length + zeros));

      assertThat(left(folder)).isEqualTo(RECORDS);
      assertThat(files(folder, ".damaged")).isEmpty();
    }
  }

  @Test
  void losesOneRecordToAChangedByteAndSaysSo() throws Exception {
    for (int at = 0; at < segment.length; at++) {
      byte[] changed = segment.clone();
      changed[at] ^= 0x10;
      Path folder = folder("changed-" + at, changed);
      int hit = frameAt(at);

      try (Spool spool = Spools.open(folder)) {
        assertThat(spool.damagedFrames()).as("byte " + at).isEqualTo(1);
        assertThat(drain(spool)).as("byte " + at).isEqualTo(without(hit));
      }
      assertThat(files(folder, ".segment")).isEmpty();
      assertThat(files(folder, ".damaged"))
          .singleElement()
          .satisfies(kept -> assertThat(kept).hasBinaryContent(changed));
    }
  }

  @Test
  void goesOnBehindAnyDamage() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] changed = segment.clone();
      int from = random.nextInt(segment.length);
      int to = Math.min(segment.length, from + 1 + random.nextInt(40));
      for (int at = from; at < to; at++) {
        changed[at] = (byte) random.nextInt();
      }
      Path folder = folder("random-" + round, changed);
      List<String> untouched =
          RECORDS.stream()
              .filter(
                  record -> {
                    int frame = RECORDS.indexOf(record);
                    return ends[frame] <= from || (frame == 0 ? 0 : ends[frame - 1]) >= to;
                  })
              .toList();

      assertThat(left(folder)).containsSubsequence(untouched);
    }
  }

  @Test
  void keepsAppendingBehindDamage() throws Exception {
    byte[] changed = segment.clone();
    changed[2] ^= 1;
    Path folder = folder("goes-on", changed);
    try (Spool spool = Spools.open(folder)) {
      append(spool, "new");
    }
    assertThat(left(folder)).containsExactly("", "third record", "last", "new");
  }

  private Path folder(String name, byte[] content) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.write(folder.resolve("0000000000000001.segment"), content);
    return folder;
  }

  private int frameAt(int at) {
    return (int) Arrays.stream(ends).filter(end -> end <= at).count();
  }

  private static List<String> without(int frame) {
    var rest = new java.util.ArrayList<>(RECORDS);
    rest.remove(frame);
    return rest;
  }
}
