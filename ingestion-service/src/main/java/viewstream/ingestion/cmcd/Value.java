package viewstream.ingestion.cmcd;

import java.util.List;
import java.util.Map;

/** What a key of a report says, in the terms of structured fields (RFC 8941). */
sealed interface Value {
  /** An integer. */
  record Whole(long number) implements Value {}

  /** A decimal. */
  record Fraction(double number) implements Value {}

  /** A quoted string. */
  record Text(String text) implements Value {}

  /** A bare word. */
  record Token(String text) implements Value {}

  /** A truth value. */
  record Flag(boolean flag) implements Value {}

  /** A type that no key of the standard has: byte sequences, dates, display strings. */
  record Other(String raw) implements Value {}

  /** An inner list. */
  record Items(List<Item> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A value and what is said about it.
   *
   * @param parameters by name, in their order
   */
  record Item(Value value, Map<String, Value> parameters) {
    static Item of(Value value) {
      return new Item(value, Map.of());
    }
  }
}
