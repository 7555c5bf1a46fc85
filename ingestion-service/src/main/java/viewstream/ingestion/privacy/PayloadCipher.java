package viewstream.ingestion.privacy;

import static java.time.ZoneOffset.UTC;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides bytes that could not be parsed and so may hold anything: AES-256-GCM with a 12-byte nonce
 * in front and a 16-byte tag behind.
 */
public final class PayloadCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Secrets secrets;
  private final Clock clock;
  private final List<SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secrets those of the pseudonyms, from which these keys are derived
   * @param clock tells which is in force
   */
  public PayloadCipher(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
    this.keys = secrets.all().stream().map(PayloadCipher::key).toList();
  }

  /** Encrypts bytes with today's key under a fresh nonce. */
  public byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    boolean rotated = secrets.rotatedOn(LocalDate.ofInstant(clock.instant(), UTC).toEpochDay());
    SecretKeySpec key = rotated ? keys.getFirst() : keys.getLast();
    byte[] hidden = run(Cipher.ENCRYPT_MODE, key, nonce, ByteBuffer.wrap(plain));
    return ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array();
  }

  /**
   * Undoes {@link #encrypt}, whichever of the keys it was done with.
   *
   * @throws IllegalArgumentException if the bytes were made with none of them, or were changed
   */
  public byte[] decrypt(byte[] hidden) {
    if (hidden.length < NONCE_BYTES) {
      throw new IllegalArgumentException("there is no nonce in " + hidden.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(hidden);
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    IllegalArgumentException wrong = null;
    for (SecretKeySpec key : keys) {
      try {
        return run(Cipher.DECRYPT_MODE, key, nonce, bytes.duplicate());
      } catch (IllegalArgumentException otherKey) {
        wrong = otherKey;
      }
    }
    throw new IllegalArgumentException("the bytes were encrypted with none of the keys", wrong);
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(KeyedHash.of(secret, "payload").hash("key"), "AES");
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, ByteBuffer in) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      ByteBuffer out = ByteBuffer.allocate(cipher.getOutputSize(in.remaining()));
      cipher.doFinal(in, out);
      return out.array();
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("the bytes were not encrypted with this key", wrong);
    }
  }
}
