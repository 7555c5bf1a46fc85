package viewstream.query.storage;

import java.util.List;

/**
 * A statement whose values are all parameters.
 *
 * @param name what it is for, as a metric label
 * @param tables what it reads, in order
 * @param text with question marks
 * @param parameters in the order of the question marks
 */
record Sql(String name, List<String> tables, String text, List<Object> parameters) {
  Sql {
    tables = List.copyOf(tables);
    parameters = List.copyOf(parameters);
  }
}
