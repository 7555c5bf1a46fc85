package viewstream.stack.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder with scripts and a lock file.
 *
 * @param folder may be relative to the module whose tests run
 */
public record NodeProject(Path folder) {
  private static final Duration INSTALLATION = Duration.ofMinutes(5);

  /**
   * Makes sure that the packages of the lock file are there.
   *
   * @throws AssertionError if they cannot be fetched
   */
  public void install() throws IOException, InterruptedException {
    if (Files.notExists(folder.resolve("node_modules"))) {
      run(INSTALLATION, List.of("npm", "ci", "--no-audit", "--no-fund"));
    }
  }

  /**
   * Runs a script to its end.
   *
   * @return what it printed
   * @throws AssertionError if it fails or takes longer, with what it complained about
   */
  public String run(Duration patience, String script, String... arguments)
      throws IOException, InterruptedException {
    install();
    return run(patience, Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList());
  }

  private String run(Duration patience, List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("node", ".out");
    Path errors = Files.createTempFile("node", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(
            "%s in %s %s:%n%s"
                .formatted(
                    String.join(" ", command),
                    folder,
                    ended ? "failed" : "took more than " + patience,
                    Files.readString(errors)));
      }
      return Files.readString(output);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
