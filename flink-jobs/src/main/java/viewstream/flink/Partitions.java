package viewstream.flink;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import viewstream.schema.topic.Topic;

/** How many partitions the topics have. */
final class Partitions {
  private Partitions() {}

  /**
   * @throws IllegalStateException if a topic is missing or Kafka does not answer
   */
  static Map<Topic, Integer> count(String bootstrapServers) throws InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Map<String, TopicDescription> found =
          admin
              .describeTopics(
                  Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toList()))
              .allTopicNames()
              .get();
      Map<Topic, Integer> partitions = new EnumMap<>(Topic.class);
      for (Topic topic : Topic.values()) {
        partitions.put(topic, found.get(topic.topicName()).partitions().size());
      }
      return partitions;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new IllegalStateException(
            "A topic is missing in Kafka: run the rollup's 'migrate' first. "
                + failed.getCause().getMessage(),
            failed);
      }
      throw new IllegalStateException(
          "Kafka at " + bootstrapServers + " did not describe the topics", failed);
    }
  }
}
