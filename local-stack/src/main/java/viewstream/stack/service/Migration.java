package viewstream.stack.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import viewstream.stack.process.Command;
import viewstream.stack.process.JavaCommand;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.Service;

/** Makes topics, registry subjects and tables; healthy, for good, once that is done. */
public final class Migration implements Service {
  private final Supplier<Path> jar;
  private final Path folder;
  private final Map<String, String> environment;
  private final Launcher launcher;

  // Guarded by this.
  private @Nullable Thread running;
  private boolean done;
  private @Nullable String failure;

  /**
   * @param jar where the rollup's jar is; asked for when it runs
   * @param folder its working directory
   */
  public Migration(
      Supplier<Path> jar, Path folder, Map<String, String> environment, Launcher launcher) {
    this.jar = jar;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.launcher = launcher;
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      failure = null;
      running = Thread.ofPlatform().daemon().name("migration").start(this::migrate);
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.interrupt();
      running = null;
    }
  }

  /** Does nothing: what has been made stays. */
  @Override
  public void kill() {}

  @Override
  public synchronized boolean isHealthy() {
    return done;
  }

  @Override
  public synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void migrate() {
    try {
      Command command =
          new JavaCommand("128m")
              .small()
              .jar(jar.get())
              .arguments(List.of("migrate"))
              .in(folder, environment);
      int exitCode = launcher.run(name(), command);
      finish(exitCode == 0 ? null : "making topics, subjects and tables failed");
    } catch (IOException | RuntimeException failed) {
      finish("making topics, subjects and tables failed: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      finish("making topics, subjects and tables was interrupted");
    }
  }

  private synchronized void finish(@Nullable String problem) {
    done = problem == null;
    failure = problem;
  }
}
