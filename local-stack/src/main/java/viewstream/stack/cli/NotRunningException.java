package viewstream.stack.cli;

import viewstream.stack.DataFolder;
import viewstream.stack.StackException;

/** There is no fleet to ask. */
final class NotRunningException extends StackException {
  private static final long serialVersionUID = 1;

  NotRunningException(DataFolder data) {
    super("no fleet runs on " + data.root() + "; start it with ./viewstream up");
  }
}
