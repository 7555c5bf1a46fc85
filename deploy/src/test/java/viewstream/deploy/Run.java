package viewstream.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that has ended.
 *
 * @param exitCode 127 when there is no such program
 * @param output all it said
 */
record Run(int exitCode, String output) {
  private static final int NO_SUCH_PROGRAM = 127;

  static Run in(Path folder, String... words) throws InterruptedException {
    return in(folder, Map.of(), List.of(words));
  }

  static Run in(Path folder, Map<String, String> environment, List<String> words)
      throws InterruptedException {
    ProcessBuilder program =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    program.environment().putAll(environment);
    try {
      Process process = program.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException missing) {
      return new Run(NO_SUCH_PROGRAM, missing.getMessage());
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }
}
