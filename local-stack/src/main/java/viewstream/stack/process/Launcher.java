package viewstream.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts child processes with their output in a log file and their id in the ledger. Where the
 * kernel can do it, a child is killed when the process that started it ends, however that ends.
 */
public final class Launcher implements AutoCloseable {
  private static final long ROTATE_ABOVE_BYTES = 16 << 20;
  private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "KILL");

  private final Path logs;
  private final ProcessLedger ledger;
  private final boolean diesWithParent;

  /**
   * The kernel sends the death signal when the <em>thread</em> that started the child ends, so all
   * children are started by this one, which lives as long as the launcher.
   */
  private final ExecutorService spawner =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("viewstream-spawner").factory());

  public Launcher(Path logs, ProcessLedger ledger) {
    this.logs = logs;
    this.ledger = ledger;
    this.diesWithParent = canDieWithParent();
  }

  /** Starts a process; its output goes to {@code NAME.log}. */
  public Process launch(String name, Command command) throws IOException {
    Files.createDirectories(logs);
    Path log = logFile(name);
    if (Files.exists(log) && Files.size(log) > ROTATE_ABOVE_BYTES) {
      Files.move(log, logs.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> arguments = new ArrayList<>(diesWithParent ? DIE_WITH_PARENT : List.of());
    arguments.addAll(command.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(arguments)
            .directory(command.directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment());
    Process process = onSpawner(builder);
    ledger.enter(name, process.toHandle());
    return process;
  }

  /** Runs a command to its end and returns its exit code. */
  public int run(String name, Command command) throws IOException, InterruptedException {
    Process process = launch(name, command);
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
      ledger.remove(name);
    }
  }

  /** Notes that a launched process has ended. */
  void ended(String name) throws IOException {
    ledger.remove(name);
  }

  public Path logFile(String name) {
    return logs.resolve(name + ".log");
  }

  /** Lets the spawning thread end, and with it any child still running. */
  @Override
  public void close() {
    spawner.shutdown();
  }

  private Process onSpawner(ProcessBuilder builder) throws IOException {
    try {
      return CompletableFuture.supplyAsync(() -> startNow(builder), spawner).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException cause) {
        throw cause.getCause();
      }
      throw failed;
    }
  }

  private static Process startNow(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean canDieWithParent() {
    List<String> trial = new ArrayList<>(DIE_WITH_PARENT);
    trial.add("true");
    try {
      return new ProcessBuilder(trial).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
