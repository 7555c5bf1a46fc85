package viewstream.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import viewstream.benchmarks.harness.Line;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Spread;

/** A result as a Markdown table: medians, and the quartiles where there was more than one value. */
public final class Table {
  private static final String NOTHING = "–";

  private Table() {}

  public static String of(Result result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("figure", result.product(), result.peer(), "ratio"));
    for (Line line : result.lines()) {
      rows.add(
          List.of(
              line.name(),
              cell(line.product(), line.unit()),
              cell(line.peer(), line.unit()),
              cell(line.ratio(), "×")));
    }
    return result.title() + circumstances(result) + "\n\n" + markdown(rows);
  }

  private static String circumstances(Result result) {
    List<String> words = new ArrayList<>();
    if (result.pairs() > 0) {
      words.add(result.pairs() + " pairs");
    }
    if (result.foreignCores() != null) {
      words.add(number(result.foreignCores().median()) + " cores busy with something else");
    }
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String markdown(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(
          IntStream.range(0, columns)
              .mapToObj(column -> ("%-" + widths.get(column) + "s").formatted(row.get(column)))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    String rule =
        widths.stream()
            .map(width -> "-".repeat(width + 2))
            .collect(Collectors.joining("|", "|", "|"));
    lines.add(1, rule);
    return String.join("\n", lines) + "\n";
  }

  private static String cell(@Nullable Spread values, String unit) {
    if (values == null) {
      return NOTHING;
    }
    String median = number(values.median()) + " " + unit;
    return values.lowest() == values.highest()
        ? median
        : median + " (%s–%s)".formatted(number(values.lower()), number(values.upper()));
  }

  /** Three significant digits, as far as there are any after the point. */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
