package viewstream.stack.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import viewstream.stack.StackException;

@Command(name = "logs", description = "The end of a part's log.")
final class LogsCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "NAME", description = "a part, or: supervisor")
  private String name = "";

  @Option(
      names = {"-n", "--lines"},
      description = "how many lines (default: ${DEFAULT-VALUE})")
  private int lines = 100;

  @Option(
      names = {"-f", "--follow"},
      description = "go on printing until Ctrl-C")
  private boolean follow;

  @Override
  public Integer call() throws Exception {
    Path folder = data.folder().logs();
    Path log = folder.resolve(name + ".log");
    if (!name.matches("[a-z-]+") || Files.notExists(log)) {
      throw new StackException("no log of '" + name + "'; there are: " + names(folder));
    }
    List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (follow) {
      tail.add("-F");
    }
    tail.add(log.toString());
    return new ProcessBuilder(tail).inheritIO().start().waitFor();
  }

  private static String names(Path folder) throws java.io.IOException {
    if (Files.notExists(folder)) {
      return "none yet";
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".log"))
          .map(file -> file.replace(".log", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
