package viewstream.ingestion.fast;

import java.util.Arrays;
import viewstream.ingestion.validation.Limits;

/**
 * Where the events of a body lie, and in each of them the fields that are known. One pass over the
 * body fills it. For one thread; used again and again.
 */
final class Index {
  private static final int FIRST_ENTRIES = 1024;

  private final Scanner scanner = new Scanner();
  private final FieldOrder order = new FieldOrder();
  private final int[] starts = new int[Limits.EVENTS];
  private final int[] ends = new int[Limits.EVENTS];

  /** Where an event's entries begin; those of the last end where the next would begin. */
  private final int[] firsts = new int[Limits.EVENTS + 1];

  private final boolean[] doubtful = new boolean[Limits.EVENTS];
  private long[] entries = new long[FIRST_ENTRIES];
  private int filled;
  private int size;

  /** Forgets all events. */
  void clear() {
    filled = 0;
    size = 0;
  }

  /** How many events there are. */
  int size() {
    return size;
  }

  int start(int event) {
    return starts[event];
  }

  int end(int event) {
    return ends[event];
  }

  /** Whether the pipeline must look at an event. */
  boolean doubtful(int event) {
    return doubtful[event];
  }

  /** Hands out an event's fields. */
  void load(int event, byte[] body, Fields into) {
    into.begin(body, starts[event], ends[event] - starts[event]);
    for (int i = firsts[event]; i < firsts[event + 1]; i++) {
      into.put(entries[i]);
    }
  }

  /** Takes a part of a body that is to be one event. If it is none, it is doubtful. */
  void add(byte[] body, int from, int to) {
    scanner.begin(body, from, to);
    int before = filled;
    boolean sure;
    try {
      sure = event(scanner, body);
      scanner.finish();
    } catch (Unsure unsure) {
      sure = false;
    }
    if (!sure) {
      filled = before;
    }
    close(from, to, sure);
  }

  /**
   * Takes the value that a scanner has before it as the next event.
   *
   * @throws Unsure if it is not plainly valid, so that nobody knows where the next event begins
   */
  void next(Scanner from, byte[] body) {
    from.peek();
    int start = from.at();
    boolean sure = event(from, body);
    close(start, from.at(), sure);
  }

  private boolean event(Scanner from, byte[] body) {
    Unsure.unless(size < Limits.EVENTS);
    from.doubted();
    firsts[size] = filled;
    if (from.peek() != '{') {
      from.value(1);
      return false;
    }
    from.take('{');
    if (!from.took('}')) {
      int field = FieldOrder.START;
      do {
        field = member(field, from, body);
      } while (from.took(','));
      from.take('}');
    }
    return !from.doubted();
  }

  /** Takes a member; returns the last known field, which may be the one before it. */
  private int member(int before, Scanner from, byte[] body) {
    FieldName guess = order.after(before);
    int field = from.took(guess) ? guess.field() : name(before, from, body);
    int kind = from.value(2);
    if (field < 0) {
      return before;
    }
    append(Entry.of(field, kind, from.offset(), from.length()));
    return field;
  }

  private int name(int before, Scanner from, byte[] body) {
    from.name();
    int field = Field.find(body, from.offset(), from.length());
    if (field >= 0) {
      order.learn(before, field);
    }
    return field;
  }

  private void append(long entry) {
    if (filled == entries.length) {
      entries = Arrays.copyOf(entries, entries.length * 2);
    }
    entries[filled++] = entry;
  }

  private void close(int start, int end, boolean sure) {
    starts[size] = start;
    ends[size] = end;
    doubtful[size] = !sure || end - start > Limits.EVENT_BYTES;
    size++;
    firsts[size] = filled;
  }
}
