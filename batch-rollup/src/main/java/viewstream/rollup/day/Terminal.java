package viewstream.rollup.day;

import java.io.Console;
import java.io.IOException;

/** Whether somebody looks on. */
final class Terminal {
  private Terminal() {}

  /** A {@link Console} alone does not tell: some JDKs have one that is redirected. */
  static boolean isThere() {
    return System.console() != null && outputIsTerminal();
  }

  private static boolean outputIsTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException unknown) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
