package viewstream.stack;

import java.nio.file.Path;

/**
 * What a stack's Flink job is given in place of its own: for tests that stand between the job and a
 * server, or put another job in its place.
 */
public interface JobVariant {
  /** The job as it is. */
  JobVariant NONE = new JobVariant() {};

  /**
   * Where the job finds a part.
   *
   * @param own address of the part
   */
  default String address(Part part, String own) {
    return own;
  }

  /**
   * The job's jar; asked for at each submission.
   *
   * @param own the jar that was built
   */
  default Path jar(Path own) {
    return own;
  }
}
