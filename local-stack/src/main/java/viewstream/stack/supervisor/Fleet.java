package viewstream.stack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import viewstream.stack.DataFolder;
import viewstream.stack.StackException;
import viewstream.stack.network.Ports;

/** A fleet seen from outside: whether it runs, how it does, how to start and end it. */
public final class Fleet {
  private static final Duration TIME_TO_END = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 200;

  private final DataFolder data;
  private final RunFolder run;

  public Fleet(DataFolder data) {
    this.data = data;
    this.run = new RunFolder(data);
  }

  public boolean isRunning() {
    return run.supervisor().isPresent();
  }

  public FleetStatus status() throws IOException {
    return run.status();
  }

  /** The ports of the running fleet. */
  public Ports ports() throws IOException {
    return run.ports();
  }

  /** The process of each part that has one, by the part's label. */
  public Map<String, ProcessHandle> processes() throws IOException {
    return data.children().running();
  }

  /** Ends what a supervisor that was killed has left behind; returns the names. */
  public Set<String> endLeftovers() throws IOException {
    return isRunning() ? Set.of() : data.children().killAll();
  }

  /**
   * Starts a supervisor in the background, out of reach of this terminal's Ctrl-C.
   *
   * @param command how it is started
   */
  public void launch(List<String> command) throws IOException {
    Files.createDirectories(data.logs());
    run.create();
    run.writeStatus(FleetStatus.unknown());
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(command);
    Process process =
        new ProcessBuilder(detached)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log().toFile())
            .start();
    awaitEntry(process);
  }

  /**
   * Waits until every part is healthy, passing on what the supervisor says.
   *
   * @throws StackException when the supervisor ends instead
   */
  public void awaitReady(Consumer<String> progress) throws IOException, InterruptedException {
    LogReader supervisor = new LogReader(log());
    while (true) {
      boolean running = isRunning();
      boolean ready = status().ready();
      supervisor.newLines().forEach(progress);
      if (!running) {
        throw new StackException("the fleet did not start; see " + data.logs());
      }
      if (ready) {
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Ends the fleet and whatever is left of it; returns whether there was anything to end. */
  public boolean end() throws IOException, InterruptedException {
    Optional<ProcessHandle> supervisor = run.supervisor();
    if (supervisor.isPresent()) {
      supervisor.get().destroy();
      try {
        supervisor.get().onExit().get(TIME_TO_END.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException stuck) {
        supervisor.get().destroyForcibly();
        supervisor.get().onExit().join();
      }
    }
    return !data.children().killAll().isEmpty() || supervisor.isPresent();
  }

  private void awaitEntry(Process process) throws IOException {
    while (process.isAlive() && !isRunning()) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Path log() {
    return data.logs().resolve("supervisor.log");
  }
}
