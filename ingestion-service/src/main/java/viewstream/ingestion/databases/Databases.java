package viewstream.ingestion.databases;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Keeps what was read from files up to date with them. A thread looks at their dates: that works
 * for mounts and symbolic links, too, of whose changes nobody is told.
 */
@Component
public final class Databases implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Databases.class);

  private final DatabaseProperties properties;
  private final IngestionMetrics metrics;
  private final List<Database<?>> databases = new CopyOnWriteArrayList<>();
  private final Thread watch;

  public Databases(DatabaseProperties properties, IngestionMetrics metrics) {
    this.properties = properties;
    this.metrics = metrics;
    if (properties.folder().isEmpty()) {
      log.warn(
          "no databases: set VIEWSTREAM_DATABASES_FOLDER, or places and data centres are unknown");
    }
    this.watch = Thread.ofPlatform().daemon().name("databases-watch").start(this::watch);
  }

  /** Reads a file of the folder, now if it is there, and again whenever it changes. */
  public <T> Database<T> open(String file, Reading<T> reading) {
    var database = new Database<>(Path.of(properties.folder(), file), reading);
    metrics.database(file, database::changed);
    if (!properties.folder().isEmpty()) {
      database.look();
      databases.add(database);
    }
    return database;
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(properties.checkEvery());
        databases.forEach(Database::look);
      }
    } catch (InterruptedException closing) {
      // that is all
    }
  }
}
