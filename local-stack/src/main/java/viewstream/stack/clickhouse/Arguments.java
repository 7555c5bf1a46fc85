package viewstream.stack.clickhouse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Command-line options of the form {@code --name value}. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException when a word does not belong to any known option
   */
  Arguments(Set<String> known, String... words) {
    for (int i = 0; i < words.length; i += 2) {
      String name = words[i].startsWith("--") ? words[i].substring(2) : "";
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s: unknown; the options are --%s"
                .formatted(words[i], String.join(", --", known.stream().sorted().toList())));
      }
      if (i + 1 == words.length) {
        throw new IllegalArgumentException(words[i] + ": needs a value");
      }
      values.put(name, words[i + 1]);
    }
  }

  /** The option's value, or null when it was not given. */
  <T> @Nullable T get(String name, Function<String, T> parser) {
    String value = values.get(name);
    try {
      return value == null ? null : parser.apply(value);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("--%s: '%s' cannot be read".formatted(name, value), e);
    }
  }

  <T> T get(String name, Function<String, T> parser, T otherwise) {
    T value = get(name, parser);
    return value == null ? otherwise : value;
  }
}
