package viewstream.flink.sink;

import java.io.Serializable;

/** Opens what a sink's tasks write to. */
public interface Store extends Serializable {
  /** A task's own way to the store; nothing is contacted before the first batch. */
  Destination open();

  /** A task's own way to tell how far the sink has come. */
  Progress progress(int subtask, int parallelism);
}
