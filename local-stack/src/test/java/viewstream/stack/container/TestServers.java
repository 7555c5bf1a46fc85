package viewstream.stack.container;

import java.util.Set;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.Servers;

/**
 * The real servers of integration tests. They are containers where Docker answers and the local
 * stack's processes otherwise; {@code -Dviewstream.servers=docker} or {@code local} decides
 * instead.
 *
 * <p>Tests that kill processes, or need more of the fleet than Kafka, Redis, ClickHouse and the
 * registry, use {@link LocalStack} itself.
 */
public final class TestServers {
  static final String PROPERTY = "viewstream.servers";

  private TestServers() {}

  /** Starts these servers; returns when they are healthy. */
  public static Servers start(Part... parts) {
    return inContainers() ? ContainerServers.start(Set.of(parts)) : LocalStack.start(parts);
  }

  /** Whether servers of this run are containers. */
  public static boolean inContainers() {
    return choose(System.getProperty(PROPERTY, ""));
  }

  static boolean choose(String wanted) {
    return switch (wanted) {
      case "docker" -> true;
      case "local" -> false;
      case "" -> Docker.ofThisMachine().answers();
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be docker or local, is '" + wanted + "'");
    };
  }
}
