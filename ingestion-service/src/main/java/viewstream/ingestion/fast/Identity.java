package viewstream.ingestion.fast;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Which event it is, as {@code EventIdentity} of the pipeline tells. For one thread; used again.
 */
final class Identity {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, BIG_ENDIAN);
  private static final int HASH_BYTES = 32;
  private static final int UUID_BYTES = 16;
  private static final int VERSION_BYTE = 6;
  private static final int VARIANT_BYTE = 8;

  private final MessageDigest sha256 = sha256();
  private final byte[] hash = new byte[HASH_BYTES];
  private final byte[] text = new byte[Uuids.LENGTH];
  private long bodyHash;

  /** Takes the event's own id, or else one of its bytes and whose it is. */
  void find(Fields event, byte[] writeKey) {
    sha256.update(event.body(), event.start(), event.size());
    digest();
    bodyHash = (long) LONGS.get(hash, 0);
    if (event.has(Field.EVENT_ID)) {
      event.requireText(Field.EVENT_ID);
      Sure.that(event.length(Field.EVENT_ID) == Uuids.LENGTH);
      Uuids.copy(event.body(), event.offset(Field.EVENT_ID), text);
    } else {
      sha256.update(hash);
      sha256.update(writeKey);
      digest();
      hash[VERSION_BYTE] = (byte) (hash[VERSION_BYTE] & 0x0f | 0x80);
      hash[VARIANT_BYTE] = (byte) (hash[VARIANT_BYTE] & 0x3f | 0x80);
      Uuids.write(hash, UUID_BYTES, text);
    }
  }

  /** The event's id in 36 characters; good until the next one is sought. */
  byte[] text() {
    return text;
  }

  /** The same as an object. */
  UUID uuid() {
    return Uuids.read(text);
  }

  /** 64 bits of the hash of the event's bytes. */
  long bodyHash() {
    return bodyHash;
  }

  private void digest() {
    try {
      sha256.digest(hash, 0, HASH_BYTES);
    } catch (DigestException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
