package viewstream.ingestion.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log in files of a folder. Any thread appends; one reads what is oldest and
 * releases what somebody else has taken over. What was appended stays, whatever happens to this
 * process, until it is released; after a crash some may be read again that had been.
 */
public final class Spool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  private final SpoolFolder folder;
  private final Clock clock;
  private final Backlog backlog = new Backlog();
  private final AtomicLong damagedFrames = new AtomicLong();
  private final Appender appender;
  private final Outlet outlet;

  private Spool(SpoolFolder folder, SpoolProperties properties, Clock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    Position position = folder.position().read();
    long next = folder.newestNumber() + 1;
    for (Segment segment : folder.segments()) {
      find(segment, position);
    }
    this.appender = new Appender(folder, backlog, properties, next);
    this.outlet = new Outlet(folder, backlog, position);
  }

  /**
   * Opens the spool and what an earlier process left in it. Its torn end is cut off; a segment with
   * damage in its middle is reported and stays as {@code .damaged} when it has been replayed.
   *
   * @throws IllegalStateException if another process has it
   * @throws UncheckedIOException if the folder cannot be read or made
   */
  public static Spool open(SpoolProperties properties, Clock clock) {
    return open(properties, clock, FileChannel::open);
  }

  static Spool open(SpoolProperties properties, Clock clock, Disk disk) {
    try {
      SpoolFolder folder = SpoolFolder.open(properties.folder(), disk);
      try {
        return new Spool(folder, properties, clock);
      } catch (IOException | RuntimeException failed) {
        folder.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "VIEWSTREAM_SPOOL_FOLDER must be a folder to write to; is " + properties.folder(),
          failed);
    }
  }

  /**
   * Returns when the records are safe on disk.
   *
   * @throws SpoolException if they are not: there is no room, or the disk failed
   */
  public void append(List<byte[]> records) {
    appender.append(new Arrival(records, clock.millis()));
  }

  /**
   * The oldest records that have not been released, or null if there are none. For the one thread
   * that also releases them.
   *
   * @param maxBytes stops after as many, but never before the first record
   * @throws UncheckedIOException if they cannot be read now
   */
  public @Nullable Portion next(long maxBytes) {
    try {
      return outlet.next(maxBytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Forgets the records that {@link #next} gave last: they are safe elsewhere.
   *
   * @throws UncheckedIOException if that cannot be written; some records may then come again after
   *     a restart
   */
  public void release(Portion portion) {
    try {
      outlet.release(portion);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Forgets records that nobody will ever take; their file is kept for people to look at.
   *
   * @throws UncheckedIOException if it cannot be kept; then they are not forgotten
   */
  public void setAside(Portion portion) {
    try {
      outlet.keepAside();
      outlet.release(portion);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns when there may be something to read, or after that time. */
  public void awaitRecords(Duration patience) throws InterruptedException {
    backlog.awaitRecords(patience.toMillis());
  }

  public boolean isEmpty() {
    return backlog.unreleasedRecords() == 0;
  }

  /** Whether another request's records are likely to fit, under the capacity and on the disk. */
  public boolean hasRoom() {
    return appender.hasRoom() && folder.usableBytes() > Appender.SPARE_BYTES;
  }

  /** Bytes that have not been released. */
  public long bytes() {
    return backlog.unreleasedBytes();
  }

  /** Records that have not been released. */
  public long records() {
    return backlog.unreleasedRecords();
  }

  /** How long the oldest record has been here, or a little more; zero if there is none. */
  public Duration age() {
    long oldest = backlog.oldestMillis();
    return oldest == 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - oldest));
  }

  /** Places that were found damaged when the spool was opened. */
  public long damagedFrames() {
    return damagedFrames.get();
  }

  /** Appends what waits and gives the folder free. What is in it stays. */
  @Override
  public void close() throws InterruptedException {
    appender.close();
    try {
      outlet.close();
      folder.close();
    } catch (IOException failed) {
      log.warn("the spool could not be closed; what is in it has been forced", failed);
    }
  }

  private void find(Segment segment, Position position) throws IOException {
    long released = position.in(segment);
    Contents contents = Contents.of(folder, segment, released);
    if (contents.damagedFrames() > 0) {
      damagedFrames.addAndGet(contents.damagedFrames());
      folder.keepAside(segment);
      log.atError()
          .addKeyValue("segment", segment.path())
          .addKeyValue("places", contents.damagedFrames())
          .log(
              "a segment of the spool is damaged; it is kept as .damaged, and what is whole is replayed");
    }
    if (released >= contents.length()) {
      folder.delete(segment);
    } else {
      backlog.found(segment, contents, released);
    }
  }
}
