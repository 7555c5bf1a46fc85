package viewstream.stack;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import viewstream.stack.process.Folders;
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

  /** The child processes of the stack. */
  public ProcessLedger children() {
    return new ProcessLedger(run().resolve("children"));
  }

  /**
   * Deletes what stacks have written here, and the folder itself when nothing else is in it. No
   * stack may be running on it.
   */
  public void purge() throws IOException {
    for (Part part : Part.values()) {
      Folders.delete(of(part.label()));
    }
    Folders.delete(logs());
    Folders.delete(run());
    Files.deleteIfExists(secrets());
    try {
      Files.deleteIfExists(root);
    } catch (DirectoryNotEmptyException foreign) {
      // Something in it is not ours.
    }
  }
}
