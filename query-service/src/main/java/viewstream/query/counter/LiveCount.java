package viewstream.query.counter;

/** What the live store has of a counter. */
public sealed interface LiveCount {
  /** All views. */
  record Complete(long views) implements LiveCount {}

  /** Views of some days are there, those before them are not. */
  record Incomplete() implements LiveCount {}

  /** Nothing is there. */
  record Absent() implements LiveCount {}
}
