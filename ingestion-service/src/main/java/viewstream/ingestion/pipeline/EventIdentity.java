package viewstream.ingestion.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.validation.EventObject;

/**
 * Which event it is.
 *
 * @param eventId as given, or derived from the write key and the event's bytes, so that a repeat of
 *     the same bytes is the same event
 * @param bodyHash 64 bits of the SHA-256 of the event's bytes
 */
public record EventIdentity(UUID eventId, long bodyHash) {
  private static final int VERSION = 8;

  /**
   * @throws viewstream.ingestion.validation.InvalidEventException if the id is no UUID
   */
  static EventIdentity of(EventObject event, Slice raw, String writeKey) {
    return of(event.uuid("event_id"), raw, writeKey);
  }

  /** Of an event that has no id of its own. */
  public static EventIdentity of(Slice raw, String writeKey) {
    return of((UUID) null, raw, writeKey);
  }

  private static EventIdentity of(@Nullable UUID given, Slice raw, String writeKey) {
    MessageDigest sha256 = sha256();
    sha256.update(raw.body(), raw.offset(), raw.length());
    byte[] body = sha256.digest();
    return new EventIdentity(
        given != null ? given : derived(sha256, writeKey, body), ByteBuffer.wrap(body).getLong());
  }

  /** A UUID of version 8, which RFC 9562 leaves to the application. */
  private static UUID derived(MessageDigest sha256, String writeKey, byte[] body) {
    sha256.update(body);
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest(writeKey.getBytes(StandardCharsets.UTF_8)));
    long high = hash.getLong() & ~0xf000L | VERSION << 12;
    long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
