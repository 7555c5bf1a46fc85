package viewstream.flink;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job on a cluster inside this process. */
final class RunningJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path checkpoints;
  private final JobClient client;

  /**
   * @param checkpoints folder for checkpoints
   * @param from a checkpoint to start from
   */
  RunningJob(Fleet fleet, Path checkpoints, @Nullable Path from) throws Exception {
    this.checkpoints = checkpoints;
    JobOptions options = fleet.options("--checkpoints", checkpoints.toUri().toString());
    Configuration settings = ExecutionSettings.of(options);
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 1_000);
    if (from != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, from.toUri().toString());
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(options.parallelism(), settings);
    ViewstreamJob.build(environment, options);
    client = environment.executeAsync();
  }

  /** Waits for a checkpoint that is begun from now on; returns its folder. */
  Path awaitCheckpoint() {
    Optional<Path> before = newest();
    await("a checkpoint that may have begun before")
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(() -> !newest().equals(before));
    Optional<Path> first = newest();
    await("a checkpoint that has not")
        .atMost(PATIENCE)
        .ignoreException(UncheckedIOException.class)
        .until(() -> !newest().equals(first));
    return newest().orElseThrow();
  }

  /** Fails while the folder is changing. */
  private Optional<Path> newest() {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .map(Path::getParent)
          .max(Comparator.comparingInt(RunningJob::number));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  /** Ends the job on the spot; nothing is flushed. */
  @Override
  public void close() throws Exception {
    CompletableFuture<Object> ended = client.getJobExecutionResult().handle((done, failed) -> 0);
    client.cancel().get();
    ended.get();
  }
}
