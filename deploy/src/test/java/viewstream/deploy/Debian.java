package viewstream.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Programs out of Debian packages that are unpacked beside the build and not installed. */
final class Debian {
  private Debian() {}

  /**
   * Fetches packages once.
   *
   * @return the folder they lie in as if it were the root; empty where there is no Debian to ask
   */
  static Optional<Path> unpacked(String name, List<String> packages)
      throws IOException, InterruptedException {
    Path folder = Path.of("target", "debian", name).toAbsolutePath();
    Path complete = folder.resolve("complete");
    if (Files.exists(complete)) {
      return Optional.of(folder);
    }
    Files.createDirectories(folder);
    String fetch =
        "apt-get -qq download %s && for p in *.deb; do dpkg-deb -x \"$p\" . && rm \"$p\"; done"
            .formatted(String.join(" ", packages));
    if (!Run.in(folder, "sh", "-c", fetch).succeeded()) {
      return Optional.empty();
    }
    Files.createFile(complete);
    return Optional.of(folder);
  }
}
