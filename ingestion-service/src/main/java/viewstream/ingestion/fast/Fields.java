package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import viewstream.ingestion.validation.Limits;

/**
 * The fields of one event, in the form of {@link Entry}. Readers throw {@link Unsure} when a value
 * is not what they read. For one thread; used again and again.
 */
final class Fields {
  private byte[] body = new byte[0];
  private int start;
  private int size;
  private long[] entries = new long[0];
  private int first;
  private long present;

  /**
   * Forgets all fields; those of another event follow.
   *
   * @param newEntries has the event's, in the order of {@link Field}
   * @param newFirst where they begin
   * @param newPresent a bit for each field that is there; what lies in place of others means
   *     nothing
   */
  void begin(
      byte[] newBody, int newStart, int newSize, long[] newEntries, int newFirst, long newPresent) {
    body = newBody;
    start = newStart;
    size = newSize;
    entries = newEntries;
    first = newFirst;
    present = newPresent;
  }

  /** Where the event begins in its body. */
  int start() {
    return start;
  }

  /** The event's bytes. */
  int size() {
    return size;
  }

  byte[] body() {
    return body;
  }

  boolean has(Field field) {
    return (present & 1L << field.ordinal()) != 0;
  }

  int kind(Field field) {
    return Entry.kind(entry(field));
  }

  int offset(Field field) {
    return Entry.offset(entry(field));
  }

  int length(Field field) {
    return Entry.length(entry(field));
  }

  private long entry(Field field) {
    return entries[first + field.ordinal()];
  }

  /** Makes sure that a field that is there is a text. */
  void requireText(Field field) {
    Sure.that(kind(field) == Kind.TEXT);
  }

  /** Makes sure that a field that is there is an id. */
  void requireId(Field field) {
    requireText(field);
    Sure.that(Ids.valid(body, offset(field), length(field)));
  }

  /** A text that is there and is ASCII, as ids are. */
  String ascii(Field field) {
    return new String(body, offset(field), length(field), StandardCharsets.ISO_8859_1);
  }

  /** A text that is there. */
  String utf8(Field field) {
    requireText(field);
    return new String(body, offset(field), length(field), StandardCharsets.UTF_8);
  }

  /** The bytes of a text that is there. */
  byte[] copy(Field field) {
    return Arrays.copyOfRange(body, offset(field), offset(field) + length(field));
  }

  /** A truth value that is there. */
  boolean flag(Field field) {
    int kind = kind(field);
    Sure.that(kind == Kind.TRUE || kind == Kind.FALSE);
    return kind == Kind.TRUE;
  }

  /** A number that is there, from 0 to {@code max}. */
  double number(Field field, double max) {
    double number = Numbers.read(body, kind(field), offset(field), length(field));
    Sure.that(number <= max);
    return number;
  }

  /** A number that is there, from 0 to {@code max}, rounded. */
  long whole(Field field, long max) {
    if (kind(field) != Kind.WHOLE) {
      return Math.round(number(field, max));
    }
    long whole = Numbers.whole(body, offset(field), length(field));
    Sure.that(whole <= max);
    return whole;
  }

  /** A number that is there, from 0 to {@code max}, rounded; 0 if it is absent. */
  long wholeOrZero(Field field, long max) {
    return has(field) ? whole(field, max) : 0;
  }

  /** {@code seq}, or -1 if there is none that can serve. */
  int seq() {
    int kind = kind(Field.SEQ);
    if (!has(Field.SEQ) || kind != Kind.WHOLE && kind != Kind.DECIMAL) {
      return -1;
    }
    double seq = number(Field.SEQ, Double.MAX_VALUE);
    return seq <= Limits.MAX_SEQ && seq == Math.rint(seq) ? (int) seq : -1;
  }
}
