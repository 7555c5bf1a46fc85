package viewstream.rollup.clickhouse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one statement may use. Groups and sorts that outgrow half of its memory spill to disk.
 *
 * @param memoryBytes of one statement
 * @param threads of one statement; 0 leaves it to the server
 * @param time after which a statement is given up
 */
public record StatementLimits(long memoryBytes, int threads, Duration time) {
  public StatementLimits {
    if (memoryBytes < 64L << 20) {
      throw new IllegalArgumentException("--memory must be at least 64 MiB, is " + memoryBytes);
    }
    if (threads < 0) {
      throw new IllegalArgumentException("--threads must not be negative, is " + threads);
    }
  }

  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    // Blocks of one roll may well be equal; they are meant all the same.
    settings.put("insert_deduplicate", "0");
    settings.put("max_memory_usage", Long.toString(memoryBytes));
    settings.put("max_bytes_before_external_group_by", Long.toString(memoryBytes / 2));
    settings.put("max_bytes_before_external_sort", Long.toString(memoryBytes / 2));
    // Groups of rows that lie beside each other are done with one after the other.
    settings.put("optimize_aggregation_in_order", "1");
    settings.put("max_execution_time", Long.toString(time.toSeconds()));
    if (threads > 0) {
      settings.put("max_threads", Integer.toString(threads));
    }
    return settings;
  }
}
