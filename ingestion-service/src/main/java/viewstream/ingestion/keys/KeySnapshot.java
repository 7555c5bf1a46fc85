package viewstream.ingestion.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.TrustedRecords;

/**
 * The keys as they were last seen, in an Avro file: a service that starts while Kafka is away knows
 * its callers all the same. It holds no secret that the topic does not hold.
 */
final class KeySnapshot {
  private static final Logger log = LoggerFactory.getLogger(KeySnapshot.class);

  private final Path file;

  KeySnapshot(Path file) {
    TrustedRecords.trust();
    this.file = file.toAbsolutePath();
  }

  /** The keys; null if there is no such file, or it cannot be read, which is said in the log. */
  @Nullable List<AccessKey> read() {
    if (Files.notExists(file)) {
      return null;
    }
    var reader = new SpecificDatumReader<>(AccessKey.class);
    var keys = new ArrayList<AccessKey>();
    try (var records = new DataFileReader<>(file.toFile(), reader)) {
      records.forEach(keys::add);
      return keys;
    } catch (IOException | RuntimeException unreadable) {
      tell("the remembered keys cannot be read; Kafka has them", unreadable);
      return null;
    }
  }

  /** Replaces the file in one step; if that fails the log says so and the old one stays. */
  void write(Collection<AccessKey> keys) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.getParent());
      writeTo(next, keys);
      try (var written = FileChannel.open(next, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failed) {
      tell("the keys cannot be remembered for a start without Kafka", failed);
    }
  }

  private static void writeTo(Path next, Collection<AccessKey> keys) throws IOException {
    var writer = new SpecificDatumWriter<>(AccessKey.class);
    try (var records = new DataFileWriter<>(writer)) {
      records.create(AccessKey.getClassSchema(), next.toFile());
      for (AccessKey key : keys) {
        records.append(key);
      }
    }
  }

  private void tell(String what, Exception failed) {
    log.atWarn()
        .addKeyValue("file", file)
        .addKeyValue("cause", String.valueOf(failed.getMessage()))
        .log(what);
  }
}
