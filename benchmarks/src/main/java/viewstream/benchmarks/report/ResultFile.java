package viewstream.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.benchmarks.harness.Line;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Spread;
import viewstream.system.api.Json;

/** The results of one suite as JSON, for whoever compares runs. */
public final class ResultFile {
  private ResultFile() {}

  /** Writes {@code SUITE.json}, in place of the run before. */
  public static Path write(Path folder, String suite, Machine machine, List<Result> results)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("suite", suite);
    document.put("machine", machine(machine));
    document.put("results", results.stream().map(ResultFile::result).toList());
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(suite + ".json"), Json.write(document) + "\n");
  }

  private static Map<String, Object> machine(Machine machine) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("time", machine.time().toString());
    facts.put("processor", machine.processor());
    facts.put("cores", machine.cores());
    facts.put("load", machine.load());
    facts.put("jdk", machine.jdk());
    facts.put("system", machine.system());
    facts.put("commit", machine.commit());
    return facts;
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", result.title());
    fields.put("product", result.product());
    fields.put("peer", result.peer());
    fields.put("pairs", result.pairs());
    fields.put("foreign_cores", spread(result.foreignCores()));
    fields.put("figures", result.lines().stream().map(ResultFile::line).toList());
    return fields;
  }

  private static Map<String, Object> line(Line line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", line.name());
    fields.put("unit", line.unit());
    fields.put("product", spread(line.product()));
    fields.put("peer", spread(line.peer()));
    fields.put("ratio", spread(line.ratio()));
    return fields;
  }

  private static @Nullable List<Double> spread(@Nullable Spread spread) {
    return spread == null
        ? null
        : List.of(
            spread.lowest(), spread.lower(), spread.median(), spread.upper(), spread.highest());
  }
}
