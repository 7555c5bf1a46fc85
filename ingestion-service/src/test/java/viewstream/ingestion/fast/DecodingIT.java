package viewstream.ingestion.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link Decoding}; it takes a minute. */
@Tag("long")
class DecodingIT {
  @Test
  void theFastPathReadsValuesInLessTimeThanJackson() throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(Decoding.class.getName()).build()).run();

    Map<String, Double> nanos =
        results.stream()
            .collect(
                Collectors.toMap(
                    result -> result.getPrimaryResult().getLabel(),
                    result -> result.getPrimaryResult().getScore()));
    System.out.println("nanoseconds per event: " + nanos);
    assertThat(nanos.get("fastPath")).isLessThan(nanos.get("jacksonValues"));
  }
}
