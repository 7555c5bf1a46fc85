package viewstream.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the built parts of the fleet lie.
 *
 * @param root the folder that holds all modules
 */
public record Checkout(Path root) {
  /**
   * Finds the checkout this class was built in, else the one around the working directory.
   *
   * @throws StackException when there is none
   */
  public static Checkout locate() {
    return Stream.of(ownLocation(), Path.of("").toAbsolutePath())
        .map(Checkout::around)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new StackException("run this from inside a Viewstream checkout"));
  }

  /** The jars of a third-party server. */
  public Path fleet(String name) {
    return root.resolve("local-stack/fleet").resolve(name).resolve("target/lib");
  }

  /** The class path of this module itself. */
  public String ownClassPath() {
    Path target = root.resolve("local-stack/target");
    return target.resolve("local-stack.jar") + ":" + target.resolve("lib") + "/*";
  }

  /**
   * A file that the build makes.
   *
   * @throws StackException when it was not built
   */
  public Path built(String module, String file) {
    Path path = root.resolve(module).resolve("target").resolve(file);
    if (Files.notExists(path)) {
      throw new StackException(path + " is missing: build it with ./viewstream build");
    }
    return path;
  }

  private static Path ownLocation() {
    try {
      return Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Optional<Checkout> around(Path start) {
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("local-stack/fleet"))) {
        return Optional.of(new Checkout(folder));
      }
    }
    return Optional.empty();
  }
}
