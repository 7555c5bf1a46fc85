package viewstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that runs until it is closed; what it says goes to a file. */
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path folder;
  private final Path log;

  private Program(Process process, Path folder, Path log) {
    this.process = process;
    this.folder = folder;
    this.log = log;
  }

  static Program start(Path folder, Map<String, String> environment, List<String> words) {
    try {
      Path log = Files.createTempFile(folder, "program", ".log");
      ProcessBuilder program =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      program.environment().putAll(environment);
      return new Program(program.start(), folder, log);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until a command, its health check, says that it is well. */
  void awaitHealthy(List<String> check) {
    await(String.join(" ", check))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .conditionEvaluationListener(condition -> assertRuns())
        .until(() -> Run.in(folder, Map.of(), check).succeeded());
  }

  private void assertRuns() {
    assertThat(process.isAlive()).withFailMessage(() -> "it has ended:\n" + said()).isTrue();
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
