package viewstream.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import viewstream.schema.topic.Topic;

class SpooledMessageTest {
  @Test
  void readsWhatItWrote() {
    var random = new Random(1);
    for (Topic topic : Topic.values()) {
      byte[] key = bytes(random);
      byte[] value = bytes(random);
      Message read = SpooledMessage.read(SpooledMessage.write(new Message(topic, key, value)));

      assertThat(read.topic()).isEqualTo(topic);
      assertThat(read.key()).isEqualTo(key);
      assertThat(read.value()).isEqualTo(value);
    }
  }

  @Test
  void tellsNoKeyFromAnEmptyOne() {
    assertThat(SpooledMessage.read(SpooledMessage.write(message(null))).key()).isNull();
    assertThat(SpooledMessage.read(SpooledMessage.write(message(new byte[0]))).key()).isEmpty();
  }

  /** What an older version left behind must be read by every later one. */
  @Test
  void keepsItsFormat() {
    byte[] written =
        SpooledMessage.write(
            new Message(Topic.REVENUE_EVENTS, new byte[] {7, 8}, new byte[] {0, 0, 0, 0, 9}));

    assertThat(HexFormat.of().formatHex(written))
        .isEqualTo("010e" + "726576656e75655f6576656e7473" + "00000002" + "0708" + "0000000009");
  }

  @Test
  void doesNotGuessAtWhatItDoesNotKnow() {
    byte[] later = SpooledMessage.write(message(null));
    later[0] = 2;
    byte[] unknownTopic = SpooledMessage.write(message(null));
    unknownTopic[2] = 'x';
    assertThat(SpooledMessage.read(later)).isNull();
    assertThat(SpooledMessage.read(unknownTopic)).isNull();
    assertThat(SpooledMessage.read(new byte[0])).isNull();
    assertThat(SpooledMessage.read(new byte[] {1, 100, 1})).isNull();
  }

  private static Message message(byte[] key) {
    return new Message(Topic.VIDEO_VIEW_EVENTS, key, new byte[] {1});
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(500)];
    random.nextBytes(bytes);
    return bytes;
  }
}
