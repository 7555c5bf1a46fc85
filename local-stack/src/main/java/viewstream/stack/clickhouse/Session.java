package viewstream.stack.clickhouse;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a connection must be set to before it runs a statement.
 *
 * @param database the current database
 * @param settings settings by name, as text
 */
record Session(String database, Map<String, String> settings) {

  Session {
    settings = new TreeMap<>(settings);
  }

  /** The statements that bring a new connection into this state. */
  String script() {
    String use = "USE " + identifier(database);
    // All at once: after readonly no further setting could be changed.
    return settings.isEmpty()
        ? use
        : settings.entrySet().stream()
            .map(setting -> identifier(setting.getKey()) + " = " + literal(setting.getValue()))
            .collect(Collectors.joining(", ", use + "; SET ", ""));
  }

  private static String identifier(String name) {
    return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  private static String literal(String value) {
    return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }
}
