package viewstream.system.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import viewstream.stack.Checkout;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

/** The operators' tool, as a process of its own. */
final class RollupTool {
  private RollupTool() {}

  /**
   * Runs it to its end; returns what it printed.
   *
   * @throws AssertionError if it fails
   */
  static String run(LocalStack stack, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-jar",
                Checkout.locate().built("batch-rollup", "batch-rollup.jar").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("--clickhouse-url", stack.address(Part.CLICKHOUSE)));
    command.addAll(List.of("--redis-url", stack.address(Part.REDIS)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("rollup " + String.join(" ", words) + " fails: " + output);
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
