package viewstream.flink;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;

/**
 * What every run needs from Flink. Everything else – state backend, memory, restarts, where
 * checkpoints go if not given – is the cluster's to say.
 */
final class ExecutionSettings {
  /** An upper bound on parallelism, for ever: state is split into so many groups of keys. */
  private static final int MAX_PARALLELISM = 720;

  private ExecutionSettings() {}

  static Configuration of(JobOptions options) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    settings.set(CoreOptions.DEFAULT_PARALLELISM, options.parallelism());

    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
    settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (options.checkpoints() != null) {
      settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, options.checkpoints());
    }
    return settings;
  }
}
