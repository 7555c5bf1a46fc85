package viewstream.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import viewstream.benchmarks.harness.Subject;
import viewstream.stack.process.JavaCommand;

/**
 * A child process that does a block of work for each line it is sent, and answers with a line when
 * it has done it. It stays warm between blocks, and ends when this process does, because then its
 * input ends.
 */
public final class Worker implements AutoCloseable {
  private static final String HEAP = "768m";

  private final String name;
  private final Process process;
  private final PrintWriter commands;
  private final BufferedReader answers;
  private final Path log;

  private Worker(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * Starts the main method of a class, on the class path of this process.
   *
   * @param name of the subject it is
   */
  public static Worker start(String name, Class<?> main, List<String> arguments)
      throws IOException {
    Path target = Files.createDirectories(Fleet.target());
    Path log = target.resolve(name + ".log");
    List<String> command =
        new JavaCommand(HEAP)
            .option("--enable-native-access=ALL-UNNAMED")
            .main(System.getProperty("java.class.path"), main.getName())
            .arguments(arguments)
            .words();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log.toFile())).start();
    return new Worker(name, process, log);
  }

  /**
   * Has it do a block of work.
   *
   * @throws IOException when it fails; its log says why
   */
  public String ask(String command) throws IOException {
    commands.println(command);
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException(name + " has failed; see " + log);
    }
    return answer;
  }

  public Subject subject() {
    return new Subject(name, process::toHandle);
  }

  @Override
  public void close() {
    commands.close();
    process.destroy();
    process.onExit().join();
  }
}
