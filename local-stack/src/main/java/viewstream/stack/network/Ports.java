package viewstream.stack.network;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The number of every port of one stack. */
public record Ports(Map<Port, Integer> numbers) {
  public Ports {
    numbers = Map.copyOf(numbers);
  }

  /** Free ports for everything, so that several stacks run side by side. */
  public static Ports free(PortLease lease) throws IOException {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      numbers.put(port, lease.lease());
    }
    return new Ports(numbers);
  }

  /** The usual ports, some replaced, and free ones where there is no usual one. */
  public static Ports usual(Map<Port, Integer> replaced, PortLease lease) throws IOException {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      int wanted = replaced.getOrDefault(port, port.usual());
      numbers.put(port, wanted == 0 ? lease.lease() : wanted);
    }
    return new Ports(numbers);
  }

  public int of(Port port) {
    Integer number = numbers.get(port);
    if (number == null) {
      throw new IllegalArgumentException(port.label() + ": has no number on this stack");
    }
    return number;
  }

  /** {@code 127.0.0.1:number}. */
  public String address(Port port) {
    return "127.0.0.1:" + of(port);
  }

  /** {@code http://127.0.0.1:number}. */
  public String http(Port port) {
    return "http://" + address(port);
  }
}
