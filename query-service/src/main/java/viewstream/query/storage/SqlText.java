package viewstream.query.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts a statement together, each parameter beside the text that needs it. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();

  SqlText add(String sql, Object... values) {
    text.append(sql);
    parameters.addAll(List.of(values));
    return this;
  }

  /** Names a table and notes that it is read. */
  SqlText table(String name) {
    tables.add(name);
    text.append(" FROM viewstream.").append(name);
    return this;
  }

  /** The condition that a time column lies in a half-open range. */
  SqlText within(String column, Instant from, Instant to) {
    return add(
        column + " >= toDateTime(?) AND " + column + " < toDateTime(?)",
        from.getEpochSecond(),
        to.getEpochSecond());
  }

  Sql done(String name) {
    return new Sql(name, List.copyOf(tables), text.toString(), parameters);
  }
}
