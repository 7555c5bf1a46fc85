package viewstream.stack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import viewstream.stack.DataFolder;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;
import viewstream.stack.process.ProcessLedger;

/** The files by which a supervisor and the commands that come later know of each other. */
final class RunFolder {
  private static final String SUPERVISOR = "supervisor";

  private final Path folder;
  private final ProcessLedger ledger;

  RunFolder(DataFolder data) {
    this.folder = data.run();
    this.ledger = new ProcessLedger(folder);
  }

  void create() throws IOException {
    Files.createDirectories(folder);
  }

  Path lock() {
    return folder.resolve("supervisor.lock");
  }

  void enterSupervisor() throws IOException {
    ledger.enter(SUPERVISOR, ProcessHandle.current());
  }

  /** The supervisor's process, if it runs. */
  Optional<ProcessHandle> supervisor() {
    return ledger.running(SUPERVISOR);
  }

  FleetStatus status() throws IOException {
    return FleetStatus.read(folder.resolve("status.properties"));
  }

  void writeStatus(FleetStatus status) throws IOException {
    status.write(folder.resolve("status.properties"));
  }

  /** The ports of the last fleet that was started here. */
  Ports ports() throws IOException {
    Properties lines = new Properties();
    try (var in = Files.newBufferedReader(portsFile())) {
      lines.load(in);
    }
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, Integer.valueOf(lines.getProperty(port.label())));
    }
    return new Ports(numbers);
  }

  void writePorts(Ports ports) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Port port : Port.values()) {
      lines.append(port.label()).append('=').append(ports.of(port)).append('\n');
    }
    Files.writeString(portsFile(), lines);
  }

  private Path portsFile() {
    return folder.resolve("ports.properties");
  }
}
