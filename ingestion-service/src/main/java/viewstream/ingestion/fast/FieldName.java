package viewstream.ingestion.fast;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A field's name between quotes, with its colon: as three times eight bytes, for comparing. */
final class FieldName {
  private static final int LONGEST = 3 * Long.BYTES;

  private final int field;
  private final int length;
  private final long first;
  private final long second;
  private final long third;
  private final long firstMask;
  private final long secondMask;
  private final long thirdMask;

  FieldName(Field field) {
    byte[] bytes = ('"' + field.fieldName() + "\":").getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > LONGEST) {
      throw new IllegalArgumentException("too long a name: " + field);
    }
    byte[] mask = new byte[bytes.length];
    Arrays.fill(mask, (byte) -1);
    ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(bytes, LONGEST)).order(LITTLE_ENDIAN);
    ByteBuffer masks = ByteBuffer.wrap(Arrays.copyOf(mask, LONGEST)).order(LITTLE_ENDIAN);
    this.field = field.ordinal();
    this.length = bytes.length;
    this.first = words.getLong();
    this.second = words.getLong();
    this.third = words.getLong();
    this.firstMask = masks.getLong();
    this.secondMask = masks.getLong();
    this.thirdMask = masks.getLong();
  }

  /** The field's ordinal. */
  int field() {
    return field;
  }

  /** Its bytes. */
  int length() {
    return length;
  }

  /** Whether it lies there; never if there are less than 24 bytes before the end. */
  boolean lies(byte[] body, int at, int end) {
    if (at + LONGEST > end) {
      return false;
    }
    return differences(body, at, first, firstMask) == 0
        && (length <= Long.BYTES
            || differences(body, at + Long.BYTES, second, secondMask) == 0
                && (length <= 2 * Long.BYTES
                    || differences(body, at + 2 * Long.BYTES, third, thirdMask) == 0));
  }

  private static long differences(byte[] body, int at, long wanted, long mask) {
    return (Eight.at(body, at) ^ wanted) & mask;
  }
}
