package viewstream.rollup.day;

import java.io.PrintWriter;

/** Tells steps line by line: for logs, and for whoever waits for a step. */
final class ProgressLines implements Steps {
  private final PrintWriter out;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  /** A bar where somebody looks on, lines elsewhere. */
  static Steps orBar(PrintWriter out) {
    return Terminal.isThere() ? new ProgressOnTerminal(out) : new ProgressLines(out);
  }

  @Override
  public void begins(String subject, int number, int total, String name) {
    out.printf("%s  %2d/%d  %s%n", subject, number, total, name);
    out.flush();
  }

  @Override
  public void done(String sentence) {
    out.println(sentence);
    out.flush();
  }
}
