package viewstream.stack.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import viewstream.stack.process.Service;

/**
 * Sees to it that the job runs: whenever the cluster has none, because it is new, was killed or the
 * job ended, the job is submitted from the newest complete checkpoint.
 */
public final class FlinkJob implements Service {
  private static final System.Logger LOG = System.getLogger(FlinkJob.class.getName());
  private static final String MAIN_CLASS = "viewstream.flink.ViewstreamJob";
  private static final long PAUSE_MILLIS = 1_000;
  private static final int ENDS_BEFORE_COMPLAINING = 3;

  private final String web;
  private final FlinkRest rest;
  private final Checkpoints checkpoints;
  private final Supplier<Path> jar;
  private final List<String> arguments;
  private final Service jobManager;
  private final Service taskManager;

  // Guarded by this.
  private @Nullable Thread keeper;
  private @Nullable String failure;

  /**
   * @param jar where the job's jar is; asked for when the job starts
   * @param arguments of the job's main method
   */
  public FlinkJob(
      FlinkSite site,
      Supplier<Path> jar,
      List<String> arguments,
      Service jobManager,
      Service taskManager) {
    this.web = site.web();
    this.rest = new FlinkRest(web);
    this.checkpoints = new Checkpoints(site.checkpoints());
    this.jar = jar;
    this.arguments = List.copyOf(arguments);
    this.jobManager = jobManager;
    this.taskManager = taskManager;
  }

  @Override
  public String name() {
    return "flink";
  }

  @Override
  public synchronized void start() {
    jobManager.start();
    taskManager.start();
    if (keeper == null) {
      failure = null;
      keeper = Thread.ofPlatform().daemon().name("keeper-flink").start(this::keepRunning);
    }
  }

  /** Stops the cluster too; the checkpoints stay, and the next start goes on from the newest. */
  @Override
  public void stop() {
    Thread keeping;
    synchronized (this) {
      keeping = keeper;
      keeper = null;
    }
    if (keeping != null) {
      keeping.interrupt();
    }
    jobManager.stop();
    taskManager.stop();
  }

  @Override
  public void kill() {
    jobManager.kill();
    taskManager.kill();
  }

  @Override
  public boolean isHealthy() {
    return rest.jobs().stream().flatMap(List::stream).anyMatch(JobOverview::isRunning);
  }

  @Override
  public synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  private void keepRunning() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopped) {
      // stop() wants the keeper to end.
    }
  }

  /** One look at the cluster, and what it calls for. */
  private void look() throws InterruptedException {
    try {
      Optional<List<JobOverview>> jobs = rest.jobs();
      if (jobs.isEmpty()) {
        return;
      }
      Optional<JobOverview> current = jobs.get().stream().filter(job -> !job.hasEnded()).findAny();
      if (current.isEmpty()) {
        submit(jobs.get().size());
      } else if (current.get().isRunning()) {
        setFailure(null);
        checkpoints.keepOnly(current.get().id());
      }
    } catch (JobRefusedException refused) {
      setFailure("the job was not taken: " + refused.getMessage());
    } catch (IOException unanswered) {
      LOG.log(System.Logger.Level.DEBUG, "the cluster does not answer", unanswered);
    } catch (RuntimeException broken) {
      setFailure(broken.getMessage());
    }
  }

  private void submit(int endedBefore) throws IOException, InterruptedException {
    if (endedBefore >= ENDS_BEFORE_COMPLAINING) {
      setFailure("the job ended " + endedBefore + " times; " + web + " shows why");
    }
    Optional<Path> checkpoint = checkpoints.newest();
    LOG.log(
        System.Logger.Level.INFO,
        "the job is started {0}",
        checkpoint.map(path -> "from " + path.getFileName()).orElse("afresh"));
    rest.run(rest.upload(jar.get()), MAIN_CLASS, arguments, checkpoint);
  }

  private synchronized void setFailure(@Nullable String sentence) {
    failure = sentence;
  }
}
