package viewstream.stack.cli;

import java.io.PrintWriter;
import java.util.Set;
import viewstream.stack.Part;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;

/** Tells where the parts of a running fleet are. */
final class Addresses {
  private final Set<Part> parts;
  private final PrintWriter out;

  private Addresses(Set<Part> parts, PrintWriter out) {
    this.parts = parts;
    this.out = out;
  }

  static void print(Set<Part> parts, Ports ports, PrintWriter out) {
    Addresses addresses = new Addresses(parts, out);
    addresses.line(Part.INGESTION, "send events", ports.http(Port.INGESTION));
    addresses.line(Part.QUERY, "ask questions", ports.http(Port.QUERY));
    addresses.line(Part.JOB_MANAGER, "watch Flink", ports.http(Port.FLINK));
    addresses.line(Part.KAFKA, "Kafka", ports.address(Port.KAFKA));
    addresses.line(Part.CLICKHOUSE, "ClickHouse", ports.http(Port.CLICKHOUSE));
    addresses.line(Part.REDIS, "Redis", "redis://" + ports.address(Port.REDIS));
    addresses.line(Part.REGISTRY, "schema registry", ports.http(Port.REGISTRY));
    out.flush();
  }

  private void line(Part part, String what, String where) {
    if (parts.contains(part)) {
      out.printf("  %-16s %s%n", what, where);
    }
  }
}
