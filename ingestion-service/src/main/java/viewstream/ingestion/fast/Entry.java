package viewstream.ingestion.fast;

/** What a value looks like and where it lies, in one {@code long}. */
final class Entry {
  private static final int KIND_SHIFT = 52;
  private static final int LENGTH_SHIFT = 26;
  private static final int MASK = (1 << LENGTH_SHIFT) - 1;

  private Entry() {}

  /** Bodies are shorter than 64 MiB, so 26 bits hold any place in them. */
  static long of(int kind, int offset, int length) {
    return (long) kind << KIND_SHIFT | (long) length << LENGTH_SHIFT | offset;
  }

  static int kind(long entry) {
    return (int) (entry >>> KIND_SHIFT);
  }

  static int length(long entry) {
    return (int) (entry >>> LENGTH_SHIFT) & MASK;
  }

  static int offset(long entry) {
    return (int) entry & MASK;
  }
}
