package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import viewstream.system.fleet.ShiftedClock;

/**
 * Every figure is right across 00:00 UTC, for days too. A fleet of its own sees midnight come,
 * whatever the time: its clocks are shifted.
 */
@Tag("long")
class MidnightIT {
  /** What it takes to start the fleet, so that some of the traffic flows before midnight. */
  private static final Duration START = Duration.ofSeconds(90);

  @Test
  void figuresEqualTheOracleAcrossMidnight() throws IOException, InterruptedException {
    Optional<ShiftedClock> clock = ShiftedClock.find();
    Assumptions.assumeTrue(clock.isPresent(), "Debian's package libfaketime cannot be had");
    Instant now = Instant.now();
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    Path log = Path.of("target", "midnight.log");
    ProcessBuilder run =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                MidnightRun.class.getName(),
                midnight.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    run.environment().putAll(clock.get().environment(Duration.between(now, midnight.minus(START))));

    Process process = run.start();
    try {
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);

      assertThat(ended && process.exitValue() == 0).withFailMessage(() -> read(log)).isTrue();
    } finally {
      process.destroy();
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      return failed.toString();
    }
  }
}
