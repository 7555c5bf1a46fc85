package viewstream.stack.clickhouse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for the {@code {name:Type}} places of one statement, as the C functions want them. */
record Parameters(List<String> names, List<String> values) {
  static final Parameters NONE = new Parameters(List.of(), List.of());

  Parameters {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  static Parameters of(Map<String, String> values) {
    return new Parameters(
        List.copyOf(values.keySet()), values.keySet().stream().map(values::get).toList());
  }

  String @Nullable [] nameArray() {
    return names.isEmpty() ? null : names.toArray(String[]::new);
  }

  String @Nullable [] valueArray() {
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }

  long @Nullable [] nameLengths() {
    return lengths(names);
  }

  long @Nullable [] valueLengths() {
    return lengths(values);
  }

  private static long @Nullable [] lengths(List<String> texts) {
    return texts.isEmpty()
        ? null
        : texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).toArray();
  }
}
