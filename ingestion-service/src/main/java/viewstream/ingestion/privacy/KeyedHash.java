package viewstream.ingestion.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one key, for one purpose. Safe for use by many threads. */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  /** Never used itself: each call clones it, which spares the hashing of the key. */
  private final Mac keyed;

  private KeyedHash(Mac keyed) {
    this.keyed = keyed;
  }

  /**
   * @param secret any text
   * @param purpose hashes of different purposes tell nothing about each other
   */
  static KeyedHash of(String secret, String purpose) {
    try {
      Mac root = Mac.getInstance(ALGORITHM);
      root.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] key = root.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      Mac keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
      return new KeyedHash(keyed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The 32-byte hash of texts; where one ends and the next begins makes a difference. */
  public byte[] hash(String... parts) {
    try {
      return ((Mac) keyed.clone()).doFinal(framed(parts));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Each part behind its length, in one piece: a hash is dear to call, not to feed. */
  private static byte[] framed(String... parts) {
    byte[][] encoded = new byte[parts.length][];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      encoded[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      length += Integer.BYTES + encoded[i].length;
    }
    ByteBuffer framed = ByteBuffer.allocate(length);
    for (byte[] part : encoded) {
      framed.putInt(part.length).put(part);
    }
    return framed.array();
  }
}
