package viewstream.ingestion.cmcd;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.Cmcd;

/**
 * A key of CTA-5004-B that a published report may carry.
 *
 * @param name of the key, and of its field in {@link Cmcd}
 * @param type of its value
 * @param longest text that the standard allows, characters; 0 if it does not say
 * @param words that the standard has for it; empty if any will do
 */
record Key(String name, Type type, int longest, Set<String> words) {
  /** What the standard says a value is. */
  enum Type {
    WHOLE,
    NUMBER,
    FLAG,
    TEXT,
    WORD,
    /** A list of whole numbers, each for a type of object: {@code (2500;v 128;a)}. */
    NUMBERS,
    TEXTS,
    /** A list of paths, each with a range of bytes: {@code ("7.m4s";r="0-99")}. */
    OBJECTS;

    private boolean isList() {
      return this == NUMBERS || this == TEXTS || this == OBJECTS;
    }
  }

  /** What numbers may be about. */
  static final Set<String> OBJECT_TYPES = Set.of("m", "a", "v", "av", "i", "c", "tt", "k", "o");

  private static final Map<String, Key> BY_NAME =
      Stream.of(
              all(Type.WHOLE, "v", "sn", "pt", "ltc", "msd", "dfa", "d", "dl", "rtp"),
              all(Type.NUMBER, "pr"),
              all(Type.FLAG, "bs", "bg", "su", "nr"),
              all(Type.NUMBERS, "bsa", "bsd", "bsda", "br", "ab", "lb", "lab", "tb", "tab"),
              all(Type.NUMBERS, "tpb", "pb", "mtp", "bl", "tbl"),
              all(Type.TEXTS, "ec"),
              all(Type.OBJECTS, "nor"),
              all(Type.TEXT, "cs"),
              Stream.of(text("sid", 64), text("cen", 64), text("cdn", 128), text("h", 128)),
              Stream.of(
                  word("e", Set.of()),
                  word("sta", PlayerStates.WORDS),
                  word("sf", Set.of("d", "h", "s", "e", "o")),
                  word("st", Set.of("v", "l", "ll")),
                  word("ot", OBJECT_TYPES)))
          .flatMap(Function.identity())
          .collect(Collectors.toUnmodifiableMap(Key::name, Function.identity()));

  private static final List<Key> LISTS =
      BY_NAME.values().stream().filter(key -> key.type().isList()).toList();

  /** Keys that only reports of responses have. */
  private static final Map<String, Key> OF_RESPONSES =
      Stream.concat(
              all(Type.WHOLE, "rc", "ttfb", "ttfbb", "ttlb"),
              all(Type.TEXT, "cmsdd", "cmsds", "smrt", "url"))
          .collect(Collectors.toUnmodifiableMap(Key::name, Function.identity()));

  /** A key of version 1 that only requests have. */
  private static final String OF_REQUESTS = "nrr";

  /** The key of a name, or null if the standard has none or it is none of a report. */
  static @Nullable Key of(String name) {
    return BY_NAME.get(name);
  }

  /** Whether a name belongs to the customer: it has a prefix, and a hyphen behind it. */
  static boolean custom(String name) {
    int hyphen = name.indexOf('-');
    return hyphen > 0 && hyphen < name.length() - 1;
  }

  /** The key of a name that only reports of responses have, or null if it is none. */
  static @Nullable Key ofResponse(String name) {
    return OF_RESPONSES.get(name);
  }

  /** Whether the standard has the key, but not in reports. */
  static boolean ofRequest(String name) {
    return name.equals(OF_REQUESTS);
  }

  /** Those whose values are lists. */
  static List<Key> lists() {
    return LISTS;
  }

  /** All names, for the test that holds them against the record's fields. */
  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** Where the value goes in the record. */
  int position() {
    return Cmcd.getClassSchema().getField(name).pos();
  }

  private static Stream<Key> all(Type type, String... names) {
    return Stream.of(names).map(name -> new Key(name, type, 0, Set.of()));
  }

  private static Key text(String name, int longest) {
    return new Key(name, Type.TEXT, longest, Set.of());
  }

  private static Key word(String name, Set<String> words) {
    return new Key(name, Type.WORD, 0, words);
  }
}
