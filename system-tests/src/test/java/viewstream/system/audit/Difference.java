package viewstream.system.audit;

import java.util.List;
import java.util.stream.Collectors;

/** One figure that is not what it must be. */
public record Difference(String videoId, String field, Object expected, Object actual) {
  private static final int SHOWN = 20;

  /** The first of them, a line each. */
  static String report(List<Difference> differences) {
    return differences.size()
        + " figures differ:\n"
        + differences.stream()
            .limit(SHOWN)
            .map(Difference::toString)
            .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return "  %s %s: expected %s, got %s".formatted(videoId, field, expected, actual);
  }
}
