package viewstream.rollup.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import viewstream.rollup.Servers;
import viewstream.rollup.clickhouse.StatementLimits;

/** What every roll may be told. */
public final class RollOptions {
  @Mixin Servers servers = new Servers();

  @Option(
      names = "--raw-retention",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_RAW_RETENTION:-30d}",
      description =
          "How long raw events are kept; older days cannot be rolled. Default: ${DEFAULT-VALUE}")
  private Duration rawRetention = Duration.ofDays(30);

  @Option(
      names = "--reach-days",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_REACH_DAYS:-1}",
      description =
          "How many days beside its own the events of a view are looked for. Default:"
              + " ${DEFAULT-VALUE}")
  int reachDays;

  @Option(
      names = "--memory-mib",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_MEMORY_MIB:-2048}",
      description =
          "What one statement may take of ClickHouse's memory; beyond half of it, it spills to"
              + " disk. Default: ${DEFAULT-VALUE}")
  long memoryMib;

  @Option(
      names = "--threads",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_THREADS:-0}",
      description =
          "Threads of one statement, 0 for ClickHouse's own choice. Default: ${DEFAULT-VALUE}")
  int threads;

  @Option(
      names = "--statement-timeout",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_STATEMENT_TIMEOUT:-6h}",
      description = "After what time a statement is given up. Default: ${DEFAULT-VALUE}")
  Duration statementTimeout = Duration.ofHours(6);

  @Option(
      names = "--wait",
      defaultValue = "${env:VIEWSTREAM_ROLLUP_WAIT:-10m}",
      description = "How long another rollup is waited for. Default: ${DEFAULT-VALUE}")
  Duration wait = Duration.ofMinutes(10);

  /** The first day of which all raw events are there still. */
  LocalDate oldestDay(Instant now) {
    return LocalDate.ofInstant(now.minus(rawRetention), ZoneOffset.UTC).plusDays(1);
  }

  /** How many days beside its own the events of a view are looked for. */
  public int reachDays() {
    return reachDays;
  }

  StatementLimits limits() {
    return new StatementLimits(memoryMib << 20, threads, statementTimeout);
  }
}
