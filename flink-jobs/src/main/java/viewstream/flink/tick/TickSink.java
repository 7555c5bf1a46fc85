package viewstream.flink.tick;

import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes a tick into every partition of the topics, each time it is told to.
 *
 * @param bootstrapServers of Kafka
 * @param topics by name
 */
record TickSink(String bootstrapServers, List<String> topics) implements Sink<Long> {
  TickSink {
    topics = List.copyOf(topics);
  }

  @Override
  public SinkWriter<Long> createWriter(WriterInitContext context) {
    return new TickWriter(bootstrapServers, topics);
  }
}
