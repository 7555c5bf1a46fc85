package viewstream.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository. */
final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Repository() {}

  static Path file(String path) {
    return ROOT.resolve(path).normalize();
  }

  static String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
