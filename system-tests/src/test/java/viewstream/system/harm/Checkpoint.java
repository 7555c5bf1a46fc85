package viewstream.system.harm;

import java.time.Instant;

/**
 * A checkpoint of Flink's.
 *
 * @param name of its job and of its own, for paths are written in more than one way
 * @param finished when it was complete
 */
public record Checkpoint(String name, Instant finished) {

  static Checkpoint of(String path, long finished) {
    int ownName = path.lastIndexOf('/');
    int jobsName = path.lastIndexOf('/', ownName - 1);
    return new Checkpoint(path.substring(jobsName + 1), Instant.ofEpochMilli(finished));
  }
}
