package viewstream.ingestion.publish;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.schema.topic.Topic;

/**
 * A message as it lies in the spool: version 1, the topic's name and the key each behind its
 * length, the value. A length of -1 says that there is no key.
 */
final class SpooledMessage {
  private static final byte VERSION = 1;
  private static final int NO_KEY = -1;
  private static final Map<String, Topic> TOPICS = new HashMap<>();

  static {
    for (Topic topic : Topic.values()) {
      TOPICS.put(topic.topicName(), topic);
    }
  }

  private SpooledMessage() {}

  static byte[] write(Message message) {
    byte[] topic = message.topic().topicName().getBytes(StandardCharsets.US_ASCII);
    byte[] key = message.key();
    int keyLength = key == null ? 0 : key.length;
    ByteBuffer bytes =
        ByteBuffer.allocate(2 + topic.length + Integer.BYTES + keyLength + message.value().length);
    bytes.put(VERSION).put((byte) topic.length).put(topic);
    if (key == null) {
      bytes.putInt(NO_KEY);
    } else {
      bytes.putInt(keyLength).put(key);
    }
    return bytes.put(message.value()).array();
  }

  /** The message, or null if these bytes are none that this version knows. */
  static @Nullable Message read(byte[] spooled) {
    ByteBuffer bytes = ByteBuffer.wrap(spooled);
    try {
      if (bytes.get() != VERSION) {
        return null;
      }
      Topic topic = TOPICS.get(new String(take(bytes, bytes.get()), StandardCharsets.US_ASCII));
      int keyLength = bytes.getInt();
      byte[] key = keyLength == NO_KEY ? null : take(bytes, keyLength);
      return topic == null ? null : new Message(topic, key, take(bytes, bytes.remaining()));
    } catch (BufferUnderflowException cut) {
      return null;
    }
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] taken = new byte[length];
    from.get(taken);
    return taken;
  }
}
