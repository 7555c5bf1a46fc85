package viewstream.ingestion.privacy;

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
      Mac mac = (Mac) keyed.clone();
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((byte) (bytes.length >>> 24));
        mac.update((byte) (bytes.length >>> 16));
        mac.update((byte) (bytes.length >>> 8));
        mac.update((byte) bytes.length);
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
