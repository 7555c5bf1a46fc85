package viewstream.schema.topic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that are not there yet. Topics that are there keep the settings an operator gave
 * them.
 */
public final class TopicCreation {
  private final Admin admin;
  private final int partitions;
  private final short replication;

  /**
   * @param admin stays the caller's to close
   * @param partitions of each topic that is made
   * @param replication copies of each partition
   */
  public TopicCreation(Admin admin, int partitions, short replication) {
    this.admin = admin;
    this.partitions = partitions;
    this.replication = replication;
  }

  /**
   * Makes one topic unless it is there.
   *
   * @return whether this call made it
   * @throws IllegalStateException if Kafka refuses
   */
  public boolean create(Topic topic) throws InterruptedException {
    NewTopic wanted =
        new NewTopic(topic.topicName(), Optional.of(partitions), Optional.of(replication))
            .configs(topic.configuration());
    try {
      admin.createTopics(List.of(wanted)).all().get();
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new IllegalStateException(
          "Kafka did not make topic " + topic.topicName() + ": " + failed.getCause().getMessage(),
          failed.getCause());
    }
  }
}
