package viewstream.ingestion.fast;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/** Eight bytes at once, in one {@code long} whose lowest byte is the first of them. */
final class Eight {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long ZEROS = ONES * '0';

  /** Added to a digit it leaves the highest bit clear, to a ten it sets it. */
  private static final long TO_TEN = ONES * (0x80 - 10);

  private Eight() {}

  /** The bytes that lie there; there must be eight. */
  static long at(byte[] bytes, int offset) {
    return (long) LONGS.get(bytes, offset);
  }

  /** Marks quotes, backslashes and whatever is not printable ASCII, for {@link #first}. */
  static long notPlain(long eight) {
    // With this bit turned, a quote is next to the control characters, and a blank is not.
    long quotesAndControls = (eight ^ ONES * 2) - ONES * ('"' - 1);
    long backslashes = (eight ^ ONES * '\\') - ONES;
    return (quotesAndControls | backslashes | eight) & HIGHS;
  }

  /** Marks whatever is no digit, for {@link #first}. */
  static long notDigits(long eight) {
    return aboveNine(eight ^ ZEROS);
  }

  /** Marks numbers that are no digits, for {@link #first}. */
  static long aboveNine(long numbers) {
    return (numbers + TO_TEN | numbers) & HIGHS;
  }

  /**
   * The index of the first byte that is marked. Only that mark is certain: carries may set and hide
   * those behind it.
   */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** The number that the first bytes are the digits of, at least one. */
  static long number(long eight, int digits) {
    long ones = (eight ^ ZEROS) << Long.SIZE - Byte.SIZE * digits;
    long pairs = ones * 10 + (ones >>> 8) & 0x00ff00ff00ff00ffL;
    long fours = pairs * 100 + (pairs >>> 16) & 0x0000ffff0000ffffL;
    return fours * 10_000 + (fours >>> 32) & 0xffffffffL;
  }

  /** The bytes of a text of eight characters. */
  static long of(String text) {
    return at(text.getBytes(StandardCharsets.US_ASCII), 0);
  }
}
