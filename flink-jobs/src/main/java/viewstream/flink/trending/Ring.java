package viewstream.flink.trending;

import java.util.Arrays;

/**
 * Views of one video in one region, by step. Only steps with views take room, eight bytes each:
 * most videos have few, and the fullest has no more than two windows of them.
 */
final class Ring {
  /** Of a step's 64 bits: 36 for its views, the rest for its number, which lasts until 2480. */
  private static final int COUNT_BITS = 36;

  private static final long MOST_VIEWS = (1L << COUNT_BITS) - 1;

  /** Ordered by step, the first {@link #size} of them. */
  private long[] steps = new long[1];

  private int size;

  /** Views in a step. */
  void add(long step, long views) {
    int at = first(step);
    if (at == size || step(at) != step) {
      insert(at, step << COUNT_BITS);
    }
    steps[at] += Math.min(views, MOST_VIEWS - views(at));
  }

  /** Views from a step up to, but not in, another. */
  long between(long from, long to) {
    long sum = 0;
    for (int i = first(from); i < size && step(i) < to; i++) {
      sum += views(i);
    }
    return sum;
  }

  void forgetBefore(long step) {
    int forgotten = first(step);
    if (forgotten > 0) {
      steps = Arrays.copyOfRange(steps, forgotten, Math.max(size, forgotten + 1));
      size -= forgotten;
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many steps have views. */
  int size() {
    return size;
  }

  long step(int index) {
    return steps[index] >>> COUNT_BITS;
  }

  long views(int index) {
    return steps[index] & MOST_VIEWS;
  }

  Ring copy() {
    Ring copy = new Ring();
    copy.steps = Arrays.copyOf(steps, Math.max(1, size));
    copy.size = size;
    return copy;
  }

  /** The index of the first step that is not before the given one. The newest is asked for most. */
  private int first(long step) {
    int index = size;
    while (index > 0 && step(index - 1) >= step) {
      index--;
    }
    return index;
  }

  private void insert(int at, long value) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, size + size / 2 + 1);
    }
    System.arraycopy(steps, at, steps, at + 1, size - at);
    steps[at] = value;
    size++;
  }
}
