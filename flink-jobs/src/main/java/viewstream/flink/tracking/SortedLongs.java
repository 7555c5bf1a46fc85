package viewstream.flink.tracking;

import java.util.Arrays;

/** A compact set of numbers in ascending order. */
final class SortedLongs {
  private static final int FIRST_CAPACITY = 8;

  private long[] values;
  private int size;

  SortedLongs() {
    this(new long[FIRST_CAPACITY], 0);
  }

  private SortedLongs(long[] values, int size) {
    this.values = values;
    this.size = size;
  }

  /** Takes over numbers that ascend already. */
  static SortedLongs of(long[] ascending) {
    return new SortedLongs(ascending, ascending.length);
  }

  int size() {
    return size;
  }

  /** The number at a place in the order. */
  long at(int index) {
    return values[index];
  }

  boolean contains(long value) {
    return find(value) >= 0;
  }

  /** How many numbers are smaller than this one. */
  int countBelow(long value) {
    int found = find(value);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * Adds a number.
   *
   * @return false if it was there
   */
  boolean add(long value) {
    int found = find(value);
    if (found >= 0) {
      return false;
    }
    int place = -found - 1;
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(FIRST_CAPACITY, size * 2));
    }
    System.arraycopy(values, place, values, place + 1, size - place);
    values[place] = value;
    size++;
    return true;
  }

  SortedLongs copy() {
    return of(Arrays.copyOf(values, size));
  }

  private int find(long value) {
    return Arrays.binarySearch(values, 0, size, value);
  }
}
