package viewstream.ingestion.publish;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import viewstream.schema.topic.Topic;

/**
 * What the registry said last, kept in a file: whoever is started again while the registry is away
 * goes on with it. An id holds for one text of its schema alone.
 */
final class SchemaIds {
  private final Path file;

  SchemaIds(Path file) {
    this.file = file;
  }

  /** The ids of these topics' schemas; empty if one of them is not known. */
  Map<Topic, Integer> read(Set<Topic> topics) {
    var kept = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (IOException | IllegalArgumentException none) {
      return Map.of();
    }
    var ids = new EnumMap<Topic, Integer>(Topic.class);
    for (Topic topic : topics) {
      String id = kept.getProperty(name(topic));
      if (id == null || !id.matches("\\d{1,9}")) {
        return Map.of();
      }
      ids.put(topic, Integer.valueOf(id));
    }
    return ids;
  }

  /**
   * Keeps these.
   *
   * @throws UncheckedIOException if the disk does not take them
   */
  void write(Map<Topic, Integer> ids) {
    var kept = new Properties();
    ids.forEach((topic, id) -> kept.setProperty(name(topic), Integer.toString(id)));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (Writer writer = Files.newBufferedWriter(next)) {
        kept.store(writer, null);
      }
      replace(next);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void replace(Path next) throws IOException {
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String name(Topic topic) {
    byte[] schema = topic.schema().toString().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(schema);
      return topic.subject() + "." + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
