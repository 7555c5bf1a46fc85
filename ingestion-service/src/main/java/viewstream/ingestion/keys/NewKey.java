package viewstream.ingestion.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.KeyKind;

/**
 * A key that has just been made up.
 *
 * @param text the key itself; of a secret key the only copy there is
 * @param record what is kept of it, without times
 */
public record NewKey(String text, AccessKey record) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  /** A public key for players. */
  public static NewKey write(String name) {
    String text = "wk_" + random();
    AccessKey record = record(name, KeyKind.write);
    record.setWriteKey(text);
    return new NewKey(text, record);
  }

  /** A key for servers. */
  public static NewKey secret(String name) {
    String text = "sk_" + random();
    AccessKey record = record(name, KeyKind.secret);
    record.setSecretSha256(SecretHash.of(text));
    return new NewKey(text, record);
  }

  @Override
  public String toString() {
    return "NewKey[" + record.getName() + "]";
  }

  private static AccessKey record(String name, KeyKind kind) {
    return AccessKey.newBuilder()
        .setName(name)
        .setKind(kind)
        .setCreatedTime(Instant.EPOCH)
        .setChangedTime(Instant.EPOCH)
        .build();
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
