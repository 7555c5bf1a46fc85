package viewstream.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real process of the simplest kind: a shell command. */
record ChildProcess(String name, String script, Path folder) implements Program {
  @Override
  public Command prepare() {
    return new Command(List.of("sh", "-c", script), Map.of(), folder);
  }

  @Override
  public boolean isHealthy() {
    return true;
  }
}
