package viewstream.rollup.day;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a statement, from a file beside this class; {@code ${name}} stands for a value. */
final class Statement {
  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

  private Statement() {}

  /**
   * @param name of the file, without {@code .sql}
   * @throws IllegalArgumentException if the file names a value that is not given
   */
  static String of(String name, Map<String, String> values) {
    return NAME.matcher(text(name + ".sql"))
        .replaceAll(found -> Matcher.quoteReplacement(value(name, found.group(1), values)));
  }

  private static String value(String statement, String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(statement + " wants a value for " + name);
    }
    return value;
  }

  private static String text(String file) {
    try (InputStream in = Statement.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("statement " + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
