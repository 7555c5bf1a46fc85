package viewstream.stack.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.testcontainers.lifecycle.Startables;
import viewstream.stack.FleetEnvironment;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.StackException;
import viewstream.stack.access.Secrets;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;

/** Servers in containers of their own, at the addresses that a local stack would have. */
final class ContainerServers implements Servers {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 150;

  private final PortLease lease = new PortLease();
  private final FleetEnvironment environment;
  private final Map<Part, Server> servers = new EnumMap<>(Part.class);

  private ContainerServers(Set<Part> parts) throws IOException {
    Ports ports = Ports.free(lease);
    this.environment = new FleetEnvironment(ports, Secrets.generate());
    for (Part part : parts) {
      servers.put(part, Server.of(part, ports.of(Port.valueOf(part.name()))));
    }
  }

  static ContainerServers start(Set<Part> parts) {
    try {
      ContainerServers started = new ContainerServers(parts);
      try {
        Startables.deepStart(started.servers.values().stream().map(Server::container)).join();
        started.awaitHealthy();
        return started;
      } catch (RuntimeException failed) {
        started.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String address(Part part) {
    return environment.address(part);
  }

  @Override
  public Map<String, String> environment() {
    return environment.variables();
  }

  @Override
  public void stop(Part part) {
    server(part).stop();
  }

  @Override
  public void startAgain(Part part) {
    server(part).startAgain();
  }

  @Override
  public boolean isHealthy(Part part) {
    return server(part).isHealthy();
  }

  @Override
  public void awaitHealthy(Part... parts) {
    Set<Part> asked = parts.length == 0 ? servers.keySet() : Set.of(parts);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Part part : asked) {
      while (!isHealthy(part)) {
        if (System.nanoTime() > deadline) {
          throw new StackException(
              part.label()
                  + " was not healthy in time; its log:\n"
                  + server(part).container().getLogs());
        }
        pause();
      }
    }
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.container().stop());
    try {
      lease.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Server server(Part part) {
    Server server = servers.get(part);
    if (server == null) {
      throw new IllegalArgumentException(part.label() + " was not started");
    }
    return server;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while waiting", hurried);
    }
  }
}
