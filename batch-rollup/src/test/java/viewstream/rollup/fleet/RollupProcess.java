package viewstream.rollup.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real tool in a process of its own, watched by the steps that it prints. */
public final class RollupProcess {
  private static final Pattern STEP = Pattern.compile("\\S+ +(\\d+)/(\\d+) .*");

  private final Process process;
  private final BufferedReader lines;
  private final StringBuilder output = new StringBuilder();

  private RollupProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Starts it on these stores. */
  public static RollupProcess start(Stores stores, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "batch-rollup.jar").toString()));
    command.addAll(List.of(words));
    command.addAll(stores.options());
    try {
      return new RollupProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Returns when a step begins; false if the process ends before. */
  public boolean reaches(int step) {
    for (String line = next(); line != null; line = next()) {
      Matcher found = STEP.matcher(line);
      if (found.matches() && Integer.parseInt(found.group(1)) >= step) {
        return true;
      }
    }
    return false;
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Returns when it has ended by itself. */
  public Stores.Ended ended() {
    while (next() != null) {}
    return new Stores.Ended(await(), output.toString());
  }

  private @Nullable String next() {
    try {
      String line = lines.readLine();
      output.append(line == null ? "" : line + System.lineSeparator());
      return line;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int await() {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
