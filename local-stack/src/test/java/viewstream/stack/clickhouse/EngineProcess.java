package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The engine as a child process on a free port, to be used and to be killed. */
final class EngineProcess implements AutoCloseable {
  private static final Pattern ANSWERS =
      Pattern.compile("answers on (http://127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final String address;

  private EngineProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static EngineProcess start(Path folder, String... options) throws IOException {
    Path log = Files.createTempFile(folder, "engine-", ".log");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ClickHouseServer.class.getName(),
                "--port",
                "0",
                "--data-dir",
                folder.resolve("data").toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    String address =
        Awaitility.await("the engine to answer; see " + log)
            .atMost(Duration.ofMinutes(5))
            .until(() -> address(process, log), java.util.Objects::nonNull);
    return new EngineProcess(process, address);
  }

  private static String address(Process process, Path log) throws IOException {
    String text = Files.readString(log);
    if (!process.isAlive()) {
      throw new IllegalStateException("The engine ended: " + text);
    }
    Matcher matcher = ANSWERS.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  String address() {
    return address;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The engine did not stop within a minute");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
