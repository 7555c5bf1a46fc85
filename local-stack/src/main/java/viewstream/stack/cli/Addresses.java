package viewstream.stack.cli;

import java.io.PrintWriter;
import viewstream.stack.network.Port;
import viewstream.stack.network.Ports;

/** Tells where the parts of a running fleet are. */
final class Addresses {
  private Addresses() {}

  static void print(Ports ports, PrintWriter out) {
    line(out, "send events", ports.http(Port.INGESTION));
    line(out, "ask questions", ports.http(Port.QUERY));
    line(out, "watch Flink", ports.http(Port.FLINK));
    line(out, "Kafka", ports.address(Port.KAFKA));
    line(out, "ClickHouse", ports.http(Port.CLICKHOUSE));
    line(out, "Redis", "redis://" + ports.address(Port.REDIS));
    line(out, "schema registry", ports.http(Port.REGISTRY));
    out.flush();
  }

  private static void line(PrintWriter out, String what, String where) {
    out.printf("  %-16s %s%n", what, where);
  }
}
