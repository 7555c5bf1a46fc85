package viewstream.ingestion.privacy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
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

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param secret the key of the pseudonyms, from which this one's is derived
   */
  public PayloadCipher(String secret) {
    this.key = new SecretKeySpec(KeyedHash.of(secret, "payload").hash("key"), "AES");
  }

  /** Encrypts bytes under a fresh nonce. */
  public byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, ByteBuffer.wrap(plain));
    return ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array();
  }

  /**
   * Undoes {@link #encrypt}.
   *
   * @throws IllegalArgumentException if the bytes were not made with this key, or were changed
   */
  public byte[] decrypt(byte[] hidden) {
    if (hidden.length < NONCE_BYTES) {
      throw new IllegalArgumentException("there is no nonce in " + hidden.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.wrap(hidden);
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    return run(Cipher.DECRYPT_MODE, nonce, bytes);
  }

  private byte[] run(int mode, byte[] nonce, ByteBuffer in) {
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
