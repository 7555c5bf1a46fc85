package viewstream.ingestion.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What was last read from a file. While the file is broken or gone, what it held before stays in
 * use; each change is worth one line in the log.
 *
 * <p>Files are replaced by renaming a complete one over them: what is in use may still be read from
 * the old one.
 */
public final class Database<T> {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Stamp ABSENT = new Stamp(FileTime.fromMillis(0), -1, null);

  private final Path file;
  private final Reading<T> reading;

  /** Written by the one thread that looks at files. */
  private volatile @Nullable T current;

  private volatile long changed;

  private @Nullable Stamp seen;

  Database(Path file, Reading<T> reading) {
    this.file = file;
    this.reading = reading;
  }

  /** What it holds now; null if it could not be read yet. */
  public @Nullable T current() {
    return current;
  }

  /** Seconds since 1970 when the file in use was last changed; 0 if there is none. */
  long changed() {
    return changed;
  }

  /** Reads the file if it has changed. What was in use is left to those who still use it. */
  synchronized void look() {
    Stamp now = stamp();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    if (now.equals(ABSENT)) {
      tell().log("database is absent: what it tells is unknown, or as it told last");
      return;
    }
    try {
      current = reading.read(file);
      changed = now.changed().to(TimeUnit.SECONDS);
      log.atInfo().addKeyValue("file", file.getFileName()).log("database is in use");
    } catch (IOException | RuntimeException broken) {
      tell().addKeyValue("cause", broken.toString()).log("database is broken and not used");
    }
  }

  private LoggingEventBuilder tell() {
    return log.atWarn().addKeyValue("file", file.getFileName());
  }

  private Stamp stamp() {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    } catch (IOException notThere) {
      return ABSENT;
    }
  }

  private record Stamp(FileTime changed, long bytes, @Nullable String identity) {}
}
