package viewstream.ingestion.body;

import java.util.Arrays;

/**
 * A part of a body, such as one event of a batch.
 *
 * @param index its place among the parts, from 0
 * @param body the whole body; not to be changed
 * @param offset where the part begins
 * @param length bytes of the part
 */
public record Slice(int index, byte[] body, int offset, int length) {
  /** A body that has one part only. */
  public static Slice whole(byte[] body) {
    return new Slice(0, body, 0, body.length);
  }

  /** A copy of the part's bytes. */
  public byte[] bytes() {
    return Arrays.copyOfRange(body, offset, offset + length);
  }
}
