package viewstream.ingestion.privacy;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names people by keyed hashes, so that whoever reads the data cannot find out who they are. The
 * key is that of the UTC day on which they watched, see {@link Secrets}.
 */
public final class Pseudonyms {
  private static final int VIEW_ID_BYTES = 16;

  private final Secrets secrets;
  private final Keys current;
  private final Keys next;

  /**
   * @param secrets what the keys derive from
   */
  public Pseudonyms(Secrets secrets) {
    this.secrets = secrets;
    this.current = Keys.of(secrets.current());
    this.next = secrets.next() == null ? current : Keys.of(secrets.next());
  }

  /** Such as nobody else makes, and that are the same as long as this process lives. */
  public static Pseudonyms throwaway() {
    return new Pseudonyms(Secrets.of(UUID.randomUUID().toString()));
  }

  /** The viewer of a user id, the same as long as the secret is. */
  public long ofUser(String userId, long epochDay) {
    return first64Bits(on(epochDay).viewers().hash("user", userId));
  }

  /** The viewer of someone who gave no user id, the same for one UTC day. */
  public long ofStranger(String address, String userAgent, long epochDay) {
    String day = LocalDate.ofEpochDay(epochDay).toString();
    return first64Bits(on(epochDay).viewers().hash("stranger", address, userAgent, day));
  }

  /** A view id for an event that names its session or user but not its view. */
  public String view(String writeKey, String whose, String id, String videoId, long epochDay) {
    byte[] hash = on(epochDay).views().hash(writeKey, whose, id, videoId);
    return HexFormat.of().formatHex(hash, 0, VIEW_ID_BYTES);
  }

  private Keys on(long epochDay) {
    return secrets.rotatedOn(epochDay) ? next : current;
  }

  private static long first64Bits(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  private record Keys(KeyedHash viewers, KeyedHash views) {
    static Keys of(String secret) {
      return new Keys(KeyedHash.of(secret, "viewer"), KeyedHash.of(secret, "view"));
    }
  }
}
