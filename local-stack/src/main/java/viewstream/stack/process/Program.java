package viewstream.stack.process;

import java.io.IOException;

/** How one child process is made ready, started, and asked whether it does its work. */
public interface Program {
  /** Lower-case name, used for the log file, the process record and in messages. */
  String name();

  /**
   * Makes everything ready for a start: folders, configuration, formatted storage. Called before
   * every start, so it repeats without harm.
   *
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when the stack is stopped meanwhile
   */
  Command prepare() throws IOException, InterruptedException;

  /** Whether the running process answers as its clients expect; asked often, so it is cheap. */
  boolean isHealthy();
}
