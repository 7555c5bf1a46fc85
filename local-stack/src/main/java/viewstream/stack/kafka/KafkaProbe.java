package viewstream.stack.kafka;

import java.nio.ByteBuffer;
import viewstream.stack.network.Probe;

/**
 * Asks a broker for its API versions, the first request of every Kafka client. The broker accepts
 * connections early but answers only once it can serve.
 */
public final class KafkaProbe {
  private static final short API_VERSIONS = 18;
  private static final short VERSION = 0;
  private static final int CORRELATION = 0x76696577;
  private static final short NO_CLIENT_ID = -1;
  private static final int HEADER_BYTES = 10;

  private KafkaProbe() {}

  /** Whether the broker on this port of 127.0.0.1 answers. */
  public static boolean answers(int port) {
    ByteBuffer request =
        ByteBuffer.allocate(Integer.BYTES + HEADER_BYTES)
            .putInt(HEADER_BYTES)
            .putShort(API_VERSIONS)
            .putShort(VERSION)
            .putInt(CORRELATION)
            .putShort(NO_CLIENT_ID);
    return Probe.exchange(port, request.array(), 2 * Integer.BYTES)
        .map(answer -> ByteBuffer.wrap(answer).getInt(Integer.BYTES) == CORRELATION)
        .orElse(false);
  }
}
