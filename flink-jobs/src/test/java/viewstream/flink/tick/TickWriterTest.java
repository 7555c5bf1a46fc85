package viewstream.flink.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TickWriterTest {
  @Test
  void ticksInEveryPartitionOfEveryTopic() {
    var producer =
        new MockProducer<>(
            new Cluster(
                "cluster",
                List.of(Node.noNode()),
                List.of(partition("a", 0), partition("a", 1), partition("b", 0)),
                Set.of(),
                Set.of()),
            true,
            null,
            new ByteArraySerializer(),
            new ByteArraySerializer());

    new TickWriter(producer, List.of("a", "b")).write(1L, null);

    assertThat(producer.history())
        .hasSize(3)
        .allMatch(record -> record.value() == null)
        .extracting(record -> record.topic() + "-" + record.partition())
        .containsExactlyInAnyOrder("a-0", "a-1", "b-0");
  }

  private static PartitionInfo partition(String topic, int number) {
    return new PartitionInfo(topic, number, Node.noNode(), new Node[0], new Node[0]);
  }
}
