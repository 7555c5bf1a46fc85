package viewstream.system.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a process and all its children see another time of the day, by Debian's libfaketime. Only
 * the wall clock is moved: durations pass as they do.
 */
public final class ShiftedClock {
  private static final String LIBRARY = "libfaketime.so.1";
  private static final Path INSTALLED = Path.of("/usr/lib");
  private static final Path FETCHED = Path.of("target", "faketime");

  private final Path library;

  private ShiftedClock(Path library) {
    this.library = library;
  }

  /** With the library that is installed, or else one that Debian's package manager can fetch. */
  public static Optional<ShiftedClock> find() {
    return in(INSTALLED).or(() -> in(FETCHED)).or(ShiftedClock::fetch).map(ShiftedClock::new);
  }

  /**
   * The variables that move the clock of a process started with them.
   *
   * @param ahead of the true time
   */
  public Map<String, String> environment(Duration ahead) {
    return Map.of(
        "LD_PRELOAD", library.toAbsolutePath().toString(),
        "FAKETIME", "+" + ahead.toSeconds() + "s",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        // Or timed waits of a JVM, which are by the monotonic clock, return at once.
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  private static Optional<Path> in(Path folder) {
    if (Files.notExists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(folder, 6, (file, attributes) -> isLibrary(file))) {
      return files.findFirst();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isLibrary(Path file) {
    return file.endsWith(Path.of("faketime", LIBRARY));
  }

  private static Optional<Path> fetch() {
    try {
      Files.createDirectories(FETCHED);
      String fetch = "apt-get -qq download libfaketime && dpkg-deb -x libfaketime_*.deb .";
      Process process =
          new ProcessBuilder("sh", "-c", fetch)
              .directory(FETCHED.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? in(FETCHED) : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
