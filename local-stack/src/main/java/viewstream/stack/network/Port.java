package viewstream.stack.network;

import java.util.Locale;

/** Every port the fleet listens on. The ones without a usual number matter to the fleet alone. */
public enum Port {
  INGESTION(8080),
  INGESTION_MANAGEMENT(8081),
  QUERY(8090),
  QUERY_MANAGEMENT(8091),
  DEMO(8070),
  KAFKA(9092),
  KAFKA_CONTROLLER(0),
  REDIS(6379),
  CLICKHOUSE(8123),
  REGISTRY(8085),
  REGISTRY_MANAGEMENT(0),
  FLINK(8088),
  FLINK_RPC(0);

  private final int usual;

  Port(int usual) {
    this.usual = usual;
  }

  /** The number it has unless another is asked for; 0 where any free one will do. */
  public int usual() {
    return usual;
  }

  /** The name by which a user speaks of it: {@code ingestion-management}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
