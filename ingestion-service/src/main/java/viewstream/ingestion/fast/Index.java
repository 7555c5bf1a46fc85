package viewstream.ingestion.fast;

import java.util.Arrays;
import viewstream.ingestion.validation.Limits;

/**
 * Where the events of a body lie, and in each of them the fields that are known. One pass over the
 * body fills it. For one thread; used again and again.
 */
final class Index {
  private static final int FIELDS = Field.values().length;
  private static final int FIRST_EVENTS = 16;

  private final Scanner scanner = new Scanner();
  private final FieldOrder order = new FieldOrder();
  private final int[] starts = new int[Limits.EVENTS];
  private final int[] ends = new int[Limits.EVENTS];
  private final boolean[] doubtful = new boolean[Limits.EVENTS];

  /** A bit for each field that an event has. */
  private final long[] present = new long[Limits.EVENTS];

  /** A place for each field of each event; what an event does not have is of some older event. */
  private long[] entries = new long[FIRST_EVENTS * FIELDS];

  private int size;

  /** Forgets all events. */
  void clear() {
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

  /** Hands out an event's fields, until the next event is taken. */
  void load(int event, byte[] body, Fields into) {
    int start = starts[event];
    into.begin(body, start, ends[event] - start, entries, event * FIELDS, present[event]);
  }

  /** Takes a part of a body that is to be one event. If it is none, it is doubtful. */
  void add(byte[] body, int from, int to) {
    scanner.begin(body, from, to);
    boolean sure;
    try {
      sure = event(scanner, body);
      scanner.finish();
    } catch (Unsure unsure) {
      sure = false;
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
    Sure.that(size < Limits.EVENTS);
    from.doubted();
    if (from.peek() != '{') {
      from.value(1);
      return false;
    }
    from.take('{');
    present[size] = from.took('}') ? 0 : members(room(), from, body);
    return !from.doubted();
  }

  /** Where the entries of the next event are to lie. */
  private int room() {
    int first = size * FIELDS;
    if (first + FIELDS > entries.length) {
      entries = Arrays.copyOf(entries, 2 * (first + FIELDS));
    }
    return first;
  }

  /**
   * Takes an object's members to its end. JSON {@code null} counts as absent, and of two of one
   * name the last holds.
   *
   * @return a bit for each field that is there
   */
  private long members(int first, Scanner from, byte[] body) {
    long[] found = entries;
    long there = 0;
    int before = FieldOrder.START;
    do {
      FieldName guess = order.after(before);
      int field = from.took(guess) ? guess.field() : name(before, from, body);
      int kind = from.value(2);
      if (field >= 0) {
        found[first + field] = Entry.of(kind, from.offset(), from.length());
        there = kind == Kind.NULL ? there & ~(1L << field) : there | 1L << field;
        before = field;
      }
    } while (from.took(','));
    from.take('}');
    return there;
  }

  private int name(int before, Scanner from, byte[] body) {
    from.name();
    int field = Field.find(body, from.offset(), from.length());
    if (field >= 0) {
      order.learn(before, field);
    }
    return field;
  }

  private void close(int start, int end, boolean sure) {
    starts[size] = start;
    ends[size] = end;
    doubtful[size] = !sure || end - start > Limits.EVENT_BYTES;
    size++;
  }
}
