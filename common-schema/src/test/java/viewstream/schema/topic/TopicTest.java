package viewstream.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {
  @ParameterizedTest
  @EnumSource
  void everyTopicIsStampedByTheBroker(Topic topic) {
    assertThat(topic.configuration()).containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @ParameterizedTest
  @EnumSource
  void theSubjectIsTheOneConfluentClientsLookFor(Topic topic) {
    assertThat(topic.subject()).isEqualTo(topic.topicName() + "-value");
  }

  @ParameterizedTest
  @EnumSource
  void onlyTopicsThatAreNotCompactedForget(Topic topic) {
    boolean compacted = topic.configuration().get("cleanup.policy").equals("compact");

    assertThat(topic.configuration().containsKey("retention.ms")).isNotEqualTo(compacted);
  }
}
