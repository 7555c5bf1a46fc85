package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a spool. One process at a time may have it. */
final class SpoolFolder implements AutoCloseable {
  private static final String SEGMENT_NAME = "%016d.segment";
  private static final Pattern SEGMENT = Pattern.compile("(\\d{16})\\.segment");
  private static final Pattern ANY_SEGMENT = Pattern.compile("(\\d{16})\\.segment(\\.damaged)?");
  private static final String DAMAGED_SUFFIX = ".damaged";

  private final Path root;
  private final Disk disk;
  private final FileChannel lock;
  private final PositionFile position;

  private SpoolFolder(Path root, Disk disk, FileChannel lock, PositionFile position) {
    this.root = root;
    this.disk = disk;
    this.lock = lock;
    this.position = position;
  }

  /**
   * Takes the folder, and makes it if need be.
   *
   * @throws IllegalStateException if another process has it
   */
  static SpoolFolder open(Path root, Disk disk) throws IOException {
    Files.createDirectories(root);
    FileChannel lock =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(lock) == null) {
        throw new IllegalStateException(
            "Another process has the spool in %s; give each its own VIEWSTREAM_SPOOL_FOLDER"
                .formatted(root.toAbsolutePath()));
      }
      return new SpoolFolder(root, disk, lock, new PositionFile(disk, root.resolve("position")));
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** What was left here, oldest first. */
  List<Segment> segments() throws IOException {
    return numbers(SEGMENT).map(this::segment).toList();
  }

  /** The highest number that is seen here, on what is kept aside as well. */
  long newestNumber() throws IOException {
    return Math.max(
        position.read().segment(), numbers(ANY_SEGMENT).reduce(0L, (older, newer) -> newer));
  }

  /** Where the segment of that number is or would be. */
  Segment segment(long number) {
    return new Segment(number, root.resolve(SEGMENT_NAME.formatted(number)));
  }

  /** Makes a segment's file, which must not be there yet. */
  FileChannel create(Segment segment) throws IOException {
    FileChannel file =
        disk.open(segment.path(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    try {
      force();
      return file;
    } catch (IOException failed) {
      file.close();
      Files.deleteIfExists(segment.path());
      throw failed;
    }
  }

  /** Opens a segment's file to read it, and to cut it. */
  FileChannel open(Segment segment) throws IOException {
    return disk.open(segment.path(), Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  void delete(Segment segment) throws IOException {
    Files.deleteIfExists(segment.path());
    force();
  }

  /**
   * Gives the file a second name, which stays for people when the segment is done with.
   *
   * @return whether it had none
   */
  boolean keepAside(Segment segment) throws IOException {
    Path kept = segment.path().resolveSibling(segment.path().getFileName() + DAMAGED_SUFFIX);
    if (Files.exists(kept)) {
      return false;
    }
    Files.createLink(kept, segment.path());
    force();
    return true;
  }

  /** What the disk has left; 0 if it does not say. */
  long usableBytes() {
    return root.toFile().getUsableSpace();
  }

  PositionFile position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    position.close();
    lock.close();
  }

  private Stream<Long> numbers(Pattern name) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> name.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> Long.valueOf(matcher.group(1)))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** A file's name is safe only when its folder has been forced. */
  private void force() throws IOException {
    try (FileChannel folder = FileChannel.open(root, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel lock) throws IOException {
    try {
      return lock.tryLock();
    } catch (OverlappingFileLockException ourselves) {
      return null;
    }
  }
}
