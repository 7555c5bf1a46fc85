package viewstream.ingestion.cmcd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.cmcd.Value.Item;
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.CmcdObject;

/**
 * Turns what a report says into the types of the standard. A value of another type is taken if it
 * can mean one thing only – a lone number for a list of one, quotes around a word – and left out if
 * not. Either way it is noted.
 */
final class Values {
  /** Kept of any word and of what customers say, even where the standard allows less. */
  static final int LONGEST_WORD = 256;

  /** Kept of any text: signatures and addresses may be long. */
  private static final int LONGEST_TEXT = 4096;

  private static final int LONGEST_LIST = 64;

  /** What has more digits is no number of structured fields (RFC 8941, 3.3.1 and 3.3.2). */
  private static final long LARGEST_WHOLE = 999_999_999_999_999L;

  private static final double FRACTIONS_BELOW = 1e12;

  private final Findings findings;

  Values(Findings findings) {
    this.findings = findings;
  }

  /** The value as the record wants it, or null if it is none. */
  @Nullable Object read(Key key, Item member) {
    return switch (key.type()) {
      case WHOLE -> whole(key.name(), single(key.name(), member).value());
      case NUMBER -> number(key.name(), single(key.name(), member).value());
      case FLAG -> flag(key.name(), member.value());
      case TEXT -> text(key, single(key.name(), member).value());
      case WORD -> word(key, member.value());
      case NUMBERS -> list(key.name(), member, item -> labelled(key.name(), item));
      case TEXTS -> list(key.name(), member, item -> text(key, item.value()));
      case OBJECTS -> list(key.name(), member, item -> object(key, item));
    };
  }

  private @Nullable Long whole(String key, Value value) {
    return switch (value) {
      case Value.Whole whole when Math.abs(whole.number()) <= LARGEST_WHOLE -> whole.number();
      case Value.Fraction fraction when Math.abs(fraction.number()) < FRACTIONS_BELOW -> {
        findings.add(Issue.LOOSE_TYPE, key, value);
        yield Math.round(fraction.number());
      }
      case Value.Whole whole -> outOfRange(key, whole);
      case Value.Fraction fraction -> outOfRange(key, fraction);
      default -> wrong(key, value);
    };
  }

  private @Nullable Double number(String key, Value value) {
    return switch (value) {
      case Value.Whole whole when Math.abs(whole.number()) < FRACTIONS_BELOW ->
          (double) whole.number();
      case Value.Fraction fraction when Math.abs(fraction.number()) < FRACTIONS_BELOW ->
          fraction.number();
      case Value.Whole whole -> outOfRange(key, whole);
      case Value.Fraction fraction -> outOfRange(key, fraction);
      default -> wrong(key, value);
    };
  }

  private @Nullable Boolean flag(String key, Value value) {
    return switch (value) {
      case Value.Flag flag -> flag.flag();
      case Value.Whole whole when whole.number() == 0 || whole.number() == 1 -> {
        findings.add(Issue.LOOSE_TYPE, key, value);
        yield whole.number() == 1;
      }
      default -> wrong(key, value);
    };
  }

  private @Nullable String text(Key key, Value value) {
    return switch (value) {
      case Value.Text text -> bounded(key, text.text(), LONGEST_TEXT);
      case Value.Token token -> {
        findings.add(Issue.LOOSE_TYPE, key.name(), value);
        yield bounded(key, token.text(), LONGEST_TEXT);
      }
      case Value.Whole whole -> {
        findings.add(Issue.LOOSE_TYPE, key.name(), value);
        yield Long.toString(whole.number());
      }
      default -> wrong(key.name(), value);
    };
  }

  private @Nullable String word(Key key, Value value) {
    String word =
        switch (value) {
          case Value.Token token -> token.text();
          case Value.Text text -> {
            findings.add(Issue.LOOSE_TYPE, key.name(), value);
            yield text.text();
          }
          default -> wrong(key.name(), value);
        };
    if (word != null && !key.words().isEmpty() && !key.words().contains(word)) {
      findings.add(Issue.UNKNOWN_VALUE, key.name());
    }
    return word == null ? null : bounded(key, word, LONGEST_WORD);
  }

  private @Nullable String bounded(Key key, String text, int longest) {
    if (key.longest() > 0 && text.length() > key.longest() || text.length() > longest) {
      findings.add(Issue.TOO_LONG, key.name());
    }
    return text.length() > longest ? null : text;
  }

  private @Nullable CmcdNumber labelled(String key, Item item) {
    Long number = whole(key, item.value());
    return number == null ? null : new CmcdNumber(number, objectType(item));
  }

  private @Nullable CmcdObject object(Key key, Item item) {
    String path = text(key, item.value());
    String range = item.parameters().get("r") instanceof Value.Text text ? text.text() : null;
    return path == null ? null : new CmcdObject(path, range);
  }

  /** {@code 128;a}, or as some write it {@code 128;ot=a}. */
  private static @Nullable String objectType(Item item) {
    if (item.parameters().get("ot") instanceof Value.Token token) {
      return token.text();
    }
    return item.parameters().keySet().stream()
        .filter(Key.OBJECT_TYPES::contains)
        .findFirst()
        .orElse(null);
  }

  /** A list of one where one is wanted. */
  private Item single(String key, Item member) {
    if (member.value() instanceof Value.Items list && list.items().size() == 1) {
      findings.add(Issue.LOOSE_TYPE, key, list);
      return list.items().getFirst();
    }
    return member;
  }

  private <T> List<T> list(String key, Item member, Function<Item, @Nullable T> read) {
    List<Item> items;
    if (member.value() instanceof Value.Items list) {
      items = list.items();
    } else {
      findings.add(Issue.LOOSE_TYPE, key, member.value());
      items = List.of(member);
    }
    var values = new ArrayList<T>();
    for (Item item : items.subList(0, Math.min(items.size(), LONGEST_LIST))) {
      T value = read.apply(item);
      if (value != null) {
        values.add(value);
      }
    }
    if (items.size() > LONGEST_LIST) {
      findings.add(Issue.TOO_LONG, key);
    }
    return values;
  }

  private <T> @Nullable T outOfRange(String key, Value value) {
    findings.add(Issue.OUT_OF_RANGE, key, value);
    return null;
  }

  private <T> @Nullable T wrong(String key, Value value) {
    findings.add(Issue.WRONG_TYPE, key, value);
    return null;
  }
}
