package viewstream.flink;

import org.apache.flink.api.connector.sink2.Sink;

/** What the topologies write to. */
@FunctionalInterface
interface Sinks {
  /** The sink of a store; entries are rows of its table, or commands. */
  Sink<byte[]> to(viewstream.schema.redis.Sink store);
}
