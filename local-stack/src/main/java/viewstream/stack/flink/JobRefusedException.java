package viewstream.stack.flink;

import java.io.IOException;

/** The cluster answered, but did not take the job. */
final class JobRefusedException extends IOException {
  private static final long serialVersionUID = 1;

  JobRefusedException(String answer) {
    super(answer);
  }
}
