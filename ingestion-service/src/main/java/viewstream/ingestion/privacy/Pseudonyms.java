package viewstream.ingestion.privacy;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;

/** Names people by keyed hashes, so that whoever reads the data cannot find out who they are. */
public final class Pseudonyms {
  private static final int VIEW_ID_BYTES = 16;

  private final KeyedHash viewers;
  private final KeyedHash views;

  /**
   * @param secret the key
   */
  public Pseudonyms(String secret) {
    this.viewers = KeyedHash.of(secret, "viewer");
    this.views = KeyedHash.of(secret, "view");
  }

  /** The viewer of a user id, the same for ever. */
  public long ofUser(String userId) {
    return first64Bits(viewers.hash("user", userId));
  }

  /** The viewer of someone who gave no user id, the same for one UTC day. */
  public long ofStranger(String address, String userAgent, long epochDay) {
    return first64Bits(
        viewers.hash("stranger", address, userAgent, LocalDate.ofEpochDay(epochDay).toString()));
  }

  /** A view id for an event that names its session or user but not its view. */
  public String view(String writeKey, String whose, String id, String videoId) {
    byte[] hash = views.hash(writeKey, whose, id, videoId);
    return HexFormat.of().formatHex(hash, 0, VIEW_ID_BYTES);
  }

  private static long first64Bits(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }
}
