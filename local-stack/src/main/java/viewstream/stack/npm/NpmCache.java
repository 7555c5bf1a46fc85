package viewstream.stack.npm;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fetches files once with npm.
 *
 * <p>A file appears under its name only when it is complete, and one process fetches while others
 * wait: whoever finds it may use it.
 */
public final class NpmCache {
  private static final Duration FETCH_LIMIT = Duration.ofMinutes(30);

  private final String npm;
  private final PrintStream progress;

  /**
   * @param npm the program that fetches
   * @param progress where a person is told what takes its time
   */
  public NpmCache(String npm, PrintStream progress) {
    this.npm = npm;
    this.progress = progress;
  }

  /** Where the user's files are kept: {@code $VIEWSTREAM_CACHE}, or {@code ~/.cache/viewstream}. */
  public static Path folderOfUser() {
    String configured = System.getenv("VIEWSTREAM_CACHE");
    return configured == null || configured.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "viewstream")
        : Path.of(configured);
  }

  /**
   * Makes sure that the files are in a folder.
   *
   * @throws IOException when one is neither there nor can be fetched; the message says what to do
   */
  public void provide(NpmFiles source, Path home) throws IOException {
    if (complete(source, home)) {
      return;
    }
    Files.createDirectories(home);
    synchronized (NpmCache.class) { // A file lock is held by the process, not by the thread.
      try (FileChannel channel = FileChannel.open(home.resolve("fetch.lock"), CREATE, WRITE);
          FileLock lock = channel.lock()) {
        if (!complete(source, home)) {
          fetch(source, home);
        }
      }
    }
  }

  private static boolean complete(NpmFiles source, Path home) {
    return source.files().values().stream()
        .allMatch(file -> Files.isRegularFile(home.resolve(file)));
  }

  private void fetch(NpmFiles source, Path home) throws IOException {
    progress.printf(
        "Fetching %s once (%s %s, %s) into %s …%n",
        source.title(), source.name(), source.version(), source.size(), home);
    long started = System.nanoTime();
    Path work = Files.createTempDirectory(home, "fetch-");
    try {
      install(source, work);
      Path content = work.resolve("node_modules").resolve(source.name());
      for (Map.Entry<String, String> file : source.files().entrySet()) {
        Path fetched = content.resolve(file.getKey());
        if (!Files.isRegularFile(fetched)) {
          throw new IOException(source.name() + " does not contain " + file.getKey());
        }
        Files.move(fetched, home.resolve(file.getValue()), ATOMIC_MOVE);
      }
    } finally {
      delete(work);
    }
    progress.printf(
        "Fetched %s in %d s.%n",
        source.title(), Duration.ofNanos(System.nanoTime() - started).toSeconds());
  }

  private void install(NpmFiles source, Path work) throws IOException {
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
                  source.name() + "@" + source.version())
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IOException(
          "npm is needed once to fetch %s: install Node.js, or put %s of %s %s into %s"
              .formatted(
                  source.title(),
                  source.files().keySet(),
                  source.name(),
                  source.version(),
                  work.getParent()),
          e);
    }
    try {
      if (!process.waitFor(FETCH_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(
            "npm could not fetch %s %s: %s"
                .formatted(source.name(), source.version(), Files.readString(log).strip()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while fetching " + source.title(), e);
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
