package viewstream.system.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;

/** What the README tells a newcomer to type works, from top to bottom. */
class ReadmeCommandsIT {
  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path data;

  @Test
  void commandsSucceed() throws IOException, InterruptedException {
    markAsBuilt();
    Path log = Path.of("target", "readme.log");
    try (PortLease lease = new PortLease()) {
      Ports ports = Ports.free(lease);
      String script = onPorts(Readme.of(CHECKOUT.resolve("README.md")).script(), ports);

      int exitCode = run(script, ports, log);

      assertThat(exitCode).withFailMessage(() -> script + "\n" + read(log)).isZero();
      assertThat(read(log)).contains("\"views\":1");
    }
  }

  /** The whole build came before this test, so the command must not start another inside it. */
  private static void markAsBuilt() throws IOException {
    Files.writeString(CHECKOUT.resolve("local-stack/target/built"), "");
  }

  private int run(String script, Ports ports, Path log) throws IOException, InterruptedException {
    Process process = bash(script, ports, log);
    try {
      return process.waitFor(8, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } finally {
      process.destroy();
      bash("./viewstream down || true", ports, Path.of("target", "readme-down.log")).waitFor();
    }
  }

  private Process bash(String script, Ports ports, Path log) throws IOException {
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(CHECKOUT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    bash.environment().put("VIEWSTREAM_DATA_DIR", data.toString());
    bash.environment()
        .put(
            "VIEWSTREAM_PORTS",
            Arrays.stream(Port.values())
                .map(port -> port.label() + "=" + ports.of(port))
                .collect(Collectors.joining(",")));
    return bash.start();
  }

  /** The usual ports may be taken on this machine. */
  private static String onPorts(String script, Ports ports) {
    String moved = script;
    for (Port port : Port.values()) {
      if (port.usual() != 0) {
        moved = moved.replace("127.0.0.1:" + port.usual(), ports.address(port));
      }
    }
    return moved;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      return failed.toString();
    }
  }
}
