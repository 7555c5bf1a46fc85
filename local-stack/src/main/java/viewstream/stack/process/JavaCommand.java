package viewstream.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the command line of a child that runs on the same JDK as this process. */
public final class JavaCommand {
  private static final int COMPACT_OBJECTS_SINCE = 25;

  private final List<String> arguments = new ArrayList<>();

  public JavaCommand(String maximumHeap) {
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    option("-Xmx" + maximumHeap);
    option("-XX:+ExitOnOutOfMemoryError");
    option("-Djava.net.preferIPv4Stack=true");
  }

  /** For a process that sits idle most of its life: less memory, quicker to start. */
  public JavaCommand small() {
    return option("-XX:+UseSerialGC").option("-XX:TieredStopAtLevel=1").option("-Xss512k");
  }

  /**
   * Keeps the parsed classes of the class path in a file: the first graceful end writes it, which
   * takes some seconds, and later starts take little more than half the time. A file that does not
   * fit the class path or the JDK is written anew.
   */
  public JavaCommand classArchive(Path file) {
    return option("-XX:+AutoCreateSharedArchive").option("-XX:SharedArchiveFile=" + file);
  }

  /** Objects of fewer bytes, on a JDK that has them: less to write and to throw away. */
  public JavaCommand compactObjects() {
    return Runtime.version().feature() < COMPACT_OBJECTS_SINCE
        ? this
        : option("-XX:+UseCompactObjectHeaders");
  }

  public JavaCommand option(String option) {
    arguments.add(option);
    return this;
  }

  public JavaCommand main(String classPath, String mainClass) {
    return option("-cp").option(classPath).option(mainClass);
  }

  public JavaCommand jar(Path jar) {
    return option("-jar").option(jar.toString());
  }

  /** Adds the program's own arguments, after {@link #main} or {@link #jar}. */
  public JavaCommand arguments(List<String> words) {
    arguments.addAll(words);
    return this;
  }

  /** The whole command line. */
  public List<String> words() {
    return List.copyOf(arguments);
  }

  public Command in(Path directory, Map<String, String> environment) {
    return new Command(arguments, environment, directory);
  }
}
