package viewstream.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process that is started again, after a growing pause, whenever it ends unasked. */
public final class SupervisedProcess implements Service {
  private static final System.Logger LOG = System.getLogger(SupervisedProcess.class.getName());
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Program program;
  private final Launcher launcher;
  private final Runnable afterCrash;

  // All guarded by this. `keeper` runs exactly while a process is wanted.
  private boolean wanted;
  private @Nullable Process process;
  private @Nullable Thread keeper;
  private @Nullable String failure;
  private boolean killed;

  public SupervisedProcess(Program program, Launcher launcher) {
    this(program, launcher, () -> {});
  }

  /**
   * @param afterCrash called each time the process ended unasked, before it is started again
   */
  public SupervisedProcess(Program program, Launcher launcher, Runnable afterCrash) {
    this.program = program;
    this.launcher = launcher;
    this.afterCrash = afterCrash;
  }

  @Override
  public String name() {
    return program.name();
  }

  @Override
  public synchronized void start() {
    if (wanted) {
      return;
    }
    wanted = true;
    failure = null;
    keeper = Thread.ofPlatform().daemon().name("keeper-" + name()).start(this::keepRunning);
  }

  @Override
  public void stop() {
    Process running;
    Thread keeping;
    synchronized (this) {
      wanted = false;
      running = process;
      keeping = keeper;
      keeper = null;
    }
    if (running != null) {
      end(running);
    }
    if (keeping != null) {
      keeping.interrupt();
      joinQuietly(keeping);
    }
  }

  @Override
  public void kill() {
    Process running;
    synchronized (this) {
      running = process;
      killed = running != null && running.isAlive();
    }
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /**
   * Stops its process where it is (SIGSTOP): it holds on to everything and answers nothing. Ends
   * with {@link #thaw}.
   */
  public void freeze() {
    signal("STOP");
  }

  /** Lets a frozen process go on. */
  public void thaw() {
    signal("CONT");
  }

  /** The process that runs now; empty between two. */
  public synchronized Optional<ProcessHandle> running() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  private void signal(String signal) {
    ProcessHandle target =
        running().orElseThrow(() -> new IllegalStateException(name() + " does not run"));
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isHealthy() {
    synchronized (this) {
      if (process == null || !process.isAlive()) {
        return false;
      }
    }
    return program.isHealthy();
  }

  @Override
  public synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void keepRunning() {
    Backoff backoff = new Backoff();
    try {
      while (true) {
        long started = System.nanoTime();
        Process running = launch();
        if (running == null) {
          return;
        }
        int exitCode = running.waitFor();
        launcher.ended(name());
        if (!isWanted()) {
          return;
        }
        afterCrash.run();
        if (wasKilled()) {
          backoff = new Backoff();
        }
        Duration ran = Duration.ofNanos(System.nanoTime() - started);
        Optional<Duration> pause = backoff.afterEnd(ran, exitCode);
        if (pause.isEmpty()) {
          fail(name() + " ended with exit code " + exitCode + " each time it was started");
          return;
        }
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} ended with exit code {1}; it is started again",
            name(),
            exitCode);
        Thread.sleep(pause.get());
      }
    } catch (InterruptedException stopped) {
      // stop() wants the keeper to end; it has ended the process itself.
    } catch (IOException | RuntimeException broken) {
      fail(name() + " cannot be started: " + broken.getMessage());
    }
  }

  /** Starts the process unless it is no longer wanted; then there is none. */
  private @Nullable Process launch() throws IOException, InterruptedException {
    Command command = program.prepare();
    synchronized (this) {
      if (wanted) {
        process = launcher.launch(name(), command);
        return process;
      }
      return null;
    }
  }

  /** Whether it ended because it was asked to crash, which says nothing about how well it runs. */
  private synchronized boolean wasKilled() {
    boolean was = killed;
    killed = false;
    return was;
  }

  private synchronized boolean isWanted() {
    return wanted;
  }

  private synchronized void fail(String sentence) {
    LOG.log(System.Logger.Level.ERROR, sentence);
    failure = sentence + "; see " + launcher.logFile(name());
  }

  private static void end(Process running) {
    running.destroy();
    try {
      if (running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    running.destroyForcibly().onExit().join();
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
