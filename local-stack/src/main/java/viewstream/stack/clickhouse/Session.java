package viewstream.stack.clickhouse;

import java.util.Map;
import java.util.TreeMap;

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
    StringBuilder script = new StringBuilder();
    settings.forEach(
        (name, value) ->
            script
                .append("SET ")
                .append(identifier(name))
                .append(" = ")
                .append(literal(value))
                .append(";"));
    return script.append("USE ").append(identifier(database)).toString();
  }

  private static String identifier(String name) {
    return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  private static String literal(String value) {
    return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }
}
