package viewstream.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.network.Probe;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Program;

/** The {@link ClickHouseServer} as a child of the stack. */
public final class ClickHouseEngine implements Program {
  /**
   * The engine brings its own allocator and asks the kernel for the time itself: a preloaded
   * library that takes half of such calls away from it makes its threads spin.
   */
  private static final Map<String, String> WITHOUT_PRELOADED = Map.of("LD_PRELOAD", "");

  private final String classPath;
  private final Path folder;
  private final Ports ports;

  /**
   * @param classPath that of this module
   * @param folder where the tables are kept
   */
  public ClickHouseEngine(String classPath, Path folder, Ports ports) {
    this.classPath = classPath;
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "clickhouse";
  }

  @Override
  public Command prepare() throws IOException {
    Files.createDirectories(folder);
    Path library = EngineCache.ofUser().library();
    return new JavaCommand("192m")
        .small()
        .option("--enable-native-access=ALL-UNNAMED")
        .main(classPath, ClickHouseServer.class.getName())
        .arguments(
            List.of(
                "--port", Integer.toString(ports.of(Port.CLICKHOUSE)),
                "--data-dir", folder.toString(),
                "--library", library.toString()))
        .in(folder, WITHOUT_PRELOADED);
  }

  @Override
  public boolean isHealthy() {
    return Probe.answersOk(ports.http(Port.CLICKHOUSE) + "/ping");
  }
}
