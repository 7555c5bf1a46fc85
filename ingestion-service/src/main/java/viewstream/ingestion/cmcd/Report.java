package viewstream.ingestion.cmcd;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.cmcd.Value.Item;

/**
 * One report as it was read: what could be made out of its bytes, and what could not.
 *
 * @param members by key; of keys that stand twice, the last
 * @param findings what was not as it should be, until now; later readers add theirs
 */
record Report(Map<String, Item> members, Findings findings) {
  /** What a key says, or null if it is absent. */
  @Nullable Value value(String key) {
    Item member = members.get(key);
    return member == null ? null : member.value();
  }

  /** A key's bare word; quotes around it change nothing. Null if it is absent or something else. */
  @Nullable String word(String key) {
    return switch (value(key)) {
      case Value.Token token -> token.text();
      case Value.Text text -> text.text();
      case null, default -> null;
    };
  }

  /** Its keys in the order of their names. */
  Iterable<String> keys() {
    return new TreeSet<>(members.keySet());
  }
}
