package viewstream.ingestion.cmcd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import viewstream.ingestion.validation.InvalidEventException;

/** What was not as it should be in one report. For one thread. */
final class Findings {
  private static final int MOST = 32;

  private final List<Finding> findings = new ArrayList<>();

  /**
   * One thing.
   *
   * @param key where; empty if it is not about one key
   * @param kind of what stood there instead: integer, string, …, never the value itself; of a
   *     rejected report the reason
   */
  record Finding(Issue issue, String key, String kind) {}

  void add(Issue issue, String key) {
    add(issue, key, "");
  }

  void add(Issue issue, String key, Value found) {
    add(issue, key, kind(found));
  }

  /** A report of nothing but mistakes costs no more than this. */
  private void add(Issue issue, String key, String kind) {
    if (findings.size() < MOST) {
      findings.add(new Finding(issue, key, kind));
    }
  }

  /** The rule that the report broke, however much else was wrong with it. */
  void rejected(InvalidEventException invalid) {
    String key = invalid.field() == null ? "" : invalid.field();
    findings.add(new Finding(Issue.REJECTED, key, invalid.reason().code()));
  }

  void forEach(Consumer<Finding> each) {
    findings.forEach(each);
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Whole whole -> "integer";
      case Value.Fraction fraction -> "decimal";
      case Value.Text text -> "string";
      case Value.Token token -> "token";
      case Value.Flag flag -> "boolean";
      case Value.Items items -> "list";
      case Value.Other other -> "other";
    };
  }
}
