package viewstream.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.Part;
import viewstream.stack.clickhouse.EngineCache;
import viewstream.stack.databases.DatabaseCache;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.supervisor.Fleet;

/** Brings a fleet up in the background, telling how it goes. */
final class FleetStart {
  private final DataFolder data;
  private final Map<Port, Integer> ports;
  private final Set<Part> parts;
  private final Fleet fleet;
  private final PrintWriter out;

  FleetStart(DataFolder data, StartOptions options, PrintWriter out) {
    this.data = data;
    this.ports = options.ports();
    this.parts = options.parts();
    this.fleet = new Fleet(data);
    this.out = out;
  }

  /**
   * Returns when every part is healthy.
   *
   * @return whether this call started the fleet; false when it ran already
   * @throws PortTakenException when a port is not free
   */
  boolean run() throws IOException, InterruptedException {
    boolean startsHere = !fleet.isRunning();
    if (startsHere) {
      Set<String> leftovers = fleet.endLeftovers();
      if (!leftovers.isEmpty()) {
        out.println("ended what an earlier fleet left behind: " + String.join(", ", leftovers));
      }
      checkPorts();
      if (parts.contains(Part.CLICKHOUSE)) {
        EngineCache.ofUser().library();
      }
      if (parts.contains(Part.INGESTION)) {
        DatabaseCache.ofUser().provide();
      }
      out.println("starting the fleet on " + data.root());
      fleet.launch(supervisor());
    } else {
      out.println("the fleet is already running on " + data.root());
    }
    out.flush();
    fleet.awaitReady(
        line -> {
          out.println(line);
          out.flush();
        });
    return startsHere;
  }

  private void checkPorts() {
    for (Part part : parts) {
      for (Port port : part.ports()) {
        checkPort(part, port);
      }
    }
  }

  private void checkPort(Part part, Port port) {
    int number = ports.getOrDefault(port, port.usual());
    if (number != 0 && !PortLease.isFree(number)) {
      throw new PortTakenException(part.label(), port, number);
    }
  }

  private List<String> supervisor() {
    List<String> arguments =
        new ArrayList<>(List.of("supervise", "--data-dir", data.root().toString()));
    ports.forEach(
        (port, number) -> arguments.addAll(List.of("--port", port.label() + "=" + number)));
    String only = parts.stream().map(Part::label).collect(Collectors.joining(","));
    arguments.addAll(List.of("--only", only));
    return new JavaCommand("64m")
        .small()
        .main(Checkout.locate().ownClassPath(), Viewstream.class.getName())
        .arguments(arguments)
        .words();
  }
}
