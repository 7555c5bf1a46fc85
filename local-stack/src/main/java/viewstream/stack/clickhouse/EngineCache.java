package viewstream.stack.clickhouse;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps the engine's library in a folder, and fetches it there once with npm.
 *
 * <p>The file appears under its name only when it is complete, and one process fetches while others
 * wait: whoever finds it may load it.
 */
public final class EngineCache {

  private static final Duration FETCH_LIMIT = Duration.ofMinutes(30);

  private final Path folder;
  private final EnginePackage source;
  private final String npm;
  private final PrintStream progress;

  /**
   * @param npm the program that fetches
   * @param progress where a person is told what takes its time
   */
  EngineCache(Path folder, EnginePackage source, String npm, PrintStream progress) {
    this.folder = folder;
    this.source = source;
    this.npm = npm;
    this.progress = progress;
  }

  /** The cache in {@code $VIEWSTREAM_CACHE}, or in {@code ~/.cache/viewstream}. */
  public static EngineCache ofUser() {
    String configured = System.getenv("VIEWSTREAM_CACHE");
    Path folder =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "viewstream")
            : Path.of(configured);
    return new EngineCache(folder, EnginePackage.ofThisMachine(), "npm", System.err);
  }

  /**
   * The library's file.
   *
   * @throws IOException when it is neither here nor can be fetched; the message says what to do
   */
  public Path library() throws IOException {
    Path home =
        folder.resolve("clickhouse").resolve(EnginePackage.VERSION).resolve(source.platform());
    Path library = home.resolve(EnginePackage.LIBRARY);
    if (Files.isRegularFile(library)) {
      return library;
    }
    Files.createDirectories(home);
    synchronized (EngineCache.class) { // A file lock is held by the process, not by the thread.
      try (FileChannel channel = FileChannel.open(home.resolve("fetch.lock"), CREATE, WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.isRegularFile(library)) {
          fetch(home, library);
        }
      }
    }
    return library;
  }

  private void fetch(Path home, Path library) throws IOException {
    progress.printf(
        "Fetching the ClickHouse engine once (%s %s, 180 MB) into %s …%n",
        source.name(), EnginePackage.VERSION, home);
    long started = System.nanoTime();
    Path work = Files.createTempDirectory(home, "fetch-");
    try {
      npmInstall(work);
      Path fetched =
          work.resolve("node_modules").resolve(source.name()).resolve(EnginePackage.LIBRARY);
      if (!Files.isRegularFile(fetched)) {
        throw new IOException(source.name() + " does not contain " + EnginePackage.LIBRARY);
      }
      Files.move(fetched, library, ATOMIC_MOVE);
    } finally {
      delete(work);
    }
    progress.printf(
        "The ClickHouse engine is here after %d s.%n",
        Duration.ofNanos(System.nanoTime() - started).toSeconds());
  }

  private void npmInstall(Path work) throws IOException {
    Path log = work.resolve("npm.log");
    Process process;
    try {
      process =
          new ProcessBuilder(
                  npm,
                  "install",
                  "--prefix=" + work,
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--no-package-lock",
                  source.name() + "@" + EnginePackage.VERSION)
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IOException(
          "npm is needed once to fetch the ClickHouse engine: install Node.js, or put %s of %s %s into %s"
              .formatted(
                  EnginePackage.LIBRARY, source.name(), EnginePackage.VERSION, work.getParent()),
          e);
    }
    try {
      if (!process.waitFor(FETCH_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            "npm could not fetch %s %s: %s"
                .formatted(source.name(), EnginePackage.VERSION, Files.readString(log).strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while fetching the ClickHouse engine", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
