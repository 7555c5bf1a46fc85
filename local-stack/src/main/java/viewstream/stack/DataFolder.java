package viewstream.stack;

import java.nio.file.Path;
import viewstream.stack.process.ProcessLedger;

/**
 * Everything a stack leaves on disk.
 *
 * @param root the folder; nothing is written outside it
 */
public record DataFolder(Path root) {
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** What a part keeps. */
  public Path of(String part) {
    return root.resolve(part);
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** What is true only while the stack runs: process records, ports. */
  public Path run() {
    return root.resolve("run");
  }

  public Path secrets() {
    return root.resolve("secrets.properties");
  }

  public ProcessLedger ledger() {
    return new ProcessLedger(run());
  }
}
