package viewstream.flink.serial;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Numbers in as few bytes as they need: seven bits a byte, lowest first, signs folded (zigzag). */
public final class Numbers {
  private static final int MORE = 0x80;
  private static final int BITS = 0x7f;

  private Numbers() {}

  /** Writes any number; those near zero are short. */
  public static void write(long number, DataOutputView out) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~BITS) != 0) {
      out.writeByte((int) (rest & BITS) | MORE);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Reads what {@link #write} wrote. */
  public static long read(DataInputView in) throws IOException {
    long folded = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.readUnsignedByte();
      folded |= (long) (next & BITS) << shift;
      if ((next & MORE) == 0) {
        return (folded >>> 1) ^ -(folded & 1);
      }
    }
    throw new IOException("a number of more than 64 bits: the bytes are damaged");
  }

  /** Reads a length. */
  public static int readCount(DataInputView in) throws IOException {
    return Math.toIntExact(read(in));
  }
}
