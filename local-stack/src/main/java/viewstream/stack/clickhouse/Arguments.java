package viewstream.stack.clickhouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Command-line options of the form {@code --name value}. */
final class Arguments {
  private final Map<String, String> left = new LinkedHashMap<>();

  Arguments(String... words) {
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].startsWith("--") || i + 1 == words.length) {
        throw new IllegalArgumentException(words[i] + ": options are given as --name value");
      }
      left.put(words[i].substring(2), words[i + 1]);
    }
  }

  <T> T take(String name, T otherwise, Function<String, T> parser) {
    String value = left.remove(name);
    try {
      return value == null ? otherwise : parser.apply(value);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("--%s: '%s' cannot be read".formatted(name, value), e);
    }
  }

  void refuseRest() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown options: --" + String.join(", --", left.keySet()));
    }
  }
}
