package viewstream.ingestion.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Spools of tests, with text for records. */
final class Spools {
  private Spools() {}

  static Spool open(Path folder) {
    return Spool.open(properties(folder, 1 << 20, 1 << 10), Clock.systemUTC());
  }

  static Spool open(Path folder, Disk disk) {
    return Spool.open(properties(folder, 1 << 20, 1 << 10), Clock.systemUTC(), disk);
  }

  static Spool open(Path folder, Clock clock) {
    return Spool.open(properties(folder, 1 << 20, 1 << 10), clock, FileChannel::open);
  }

  static SpoolProperties properties(Path folder, long capacity, long segment) {
    return new SpoolProperties(
        folder, DataSize.ofBytes(capacity), DataSize.ofMegabytes(64), DataSize.ofBytes(segment));
  }

  static void append(Spool spool, String... records) {
    spool.append(
        Stream.of(records).map(record -> record.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** Reads and releases all that is there. */
  static List<String> drain(Spool spool) {
    var drained = new ArrayList<String>();
    for (Portion next = spool.next(100); next != null; next = spool.next(100)) {
      drained.addAll(text(next));
      spool.release(next);
    }
    return drained;
  }

  /** What a process would find that started on this folder now. */
  static List<String> left(Path folder) {
    try (Spool spool = open(folder)) {
      return drain(spool);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static List<String> text(Portion portion) {
    return portion.records().stream()
        .map(record -> new String(record, StandardCharsets.UTF_8))
        .toList();
  }

  /** Files of this kind, by name. */
  static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The folder as it would be if the process was killed now. */
  static void copy(Path folder, Path copy) throws IOException {
    Files.createDirectories(copy);
    // Position first: a later one might speak of segments that the copy does not have any more.
    List<Path> files = new ArrayList<>(files(folder, "position"));
    files.addAll(files(folder, ".segment"));
    for (Path file : files) {
      try {
        Files.copy(file, copy.resolve(file.getFileName()));
      } catch (java.nio.file.NoSuchFileException released) {
        // all in it had been released meanwhile
      }
    }
  }
}
