package viewstream.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the operating system needs to start a process.
 *
 * @param arguments the program and its arguments
 * @param environment variables added to those inherited
 * @param directory the working directory; it must exist
 */
public record Command(List<String> arguments, Map<String, String> environment, Path directory) {
  public Command {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("arguments: must name a program");
    }
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
