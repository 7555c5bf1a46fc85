package viewstream.ingestion.fast;

import java.util.Arrays;

/**
 * Guesses the next field of an event: the one that last followed the same field, for players write
 * their fields in one order. The bytes tell whether that is right; a wrong guess costs time and
 * changes nothing. For one thread.
 */
final class FieldOrder {
  /** Stands before the first field. */
  static final int START = Field.values().length;

  private static final FieldName[] NAMES =
      Arrays.stream(Field.values()).map(FieldName::new).toArray(FieldName[]::new);

  private final FieldName[] followers = new FieldName[START + 1];

  FieldOrder() {
    Arrays.fill(followers, NAMES[0]);
  }

  /** What to expect behind a field. */
  FieldName after(int field) {
    return followers[field];
  }

  /** Remembers what followed a field. */
  void learn(int before, int field) {
    followers[before] = NAMES[field];
  }
}
