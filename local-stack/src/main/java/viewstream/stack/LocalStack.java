package viewstream.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import viewstream.stack.access.Secrets;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;
import viewstream.stack.process.Folders;
import viewstream.stack.process.Launcher;
import viewstream.stack.process.Service;
import viewstream.stack.process.SupervisedProcess;

/**
 * A running fleet, or some parts of it: real servers in processes of their own, each started again
 * when it dies. Closing it ends them all.
 *
 * <p>The stacks made by {@link #start(Part...)} use free ports and a temporary folder, so any
 * number of them run side by side.
 */
public final class LocalStack implements Servers {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DataFolder data;
  private final Secrets secrets;
  private final FleetEnvironment environment;
  private final Launcher launcher;
  private final Blueprint blueprint;
  private final Map<Part, Service> services = new EnumMap<>(Part.class);
  private final Cleanup cleanup;

  private LocalStack(DataFolder data, Ports ports, JobVariant variant, Cleanup cleanup)
      throws IOException {
    this.data = data;
    this.cleanup = cleanup;
    Files.createDirectories(data.root());
    data.children().killAll();
    this.secrets = Secrets.loadOrCreate(data.secrets());
    this.environment = new FleetEnvironment(ports, secrets);
    this.launcher = new Launcher(data.logs(), data.children());
    this.blueprint = new Blueprint(Checkout.locate(), data, ports, environment, variant, launcher);
  }

  /**
   * Starts these parts and all they need; returns when they are healthy.
   *
   * @throws StackException when one of them does not become healthy
   */
  public static LocalStack start(Part... parts) {
    PortLease lease = new PortLease();
    try {
      Path folder = Files.createTempDirectory("viewstream-");
      LocalStack stack =
          new LocalStack(
              new DataFolder(folder),
              Ports.free(lease),
              JobVariant.NONE,
              () -> {
                lease.close();
                Folders.delete(folder);
              });
      return stack.startAll(Set.of(parts), progress -> {});
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts the whole fleet; returns when all of it is healthy. */
  public static LocalStack startAll() {
    return start(Part.values());
  }

  /**
   * Starts parts on a folder that is kept.
   *
   * @param progress is told in one sentence whenever a part has become healthy
   */
  public static LocalStack start(
      DataFolder data, Ports ports, Set<Part> parts, Consumer<String> progress) {
    return start(data, ports, parts, JobVariant.NONE, progress);
  }

  /** The same with something else in place of what the job is usually given. */
  public static LocalStack start(
      DataFolder data,
      Ports ports,
      Set<Part> parts,
      JobVariant variant,
      Consumer<String> progress) {
    try {
      return new LocalStack(data, ports, variant, () -> {}).startAll(parts, progress);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String address(Part part) {
    return environment.address(part);
  }

  @Override
  public Map<String, String> environment() {
    return environment.variables();
  }

  public Secrets secrets() {
    return secrets;
  }

  /** The parts that were started, what they need included. */
  public Set<Part> parts() {
    return Set.copyOf(services.keySet());
  }

  /** Ends the part's processes as a crash would (SIGKILL); they are started again by themselves. */
  public void kill(Part part) {
    service(part).kill();
  }

  /**
   * Stops a part's process where it is (SIGSTOP), until {@link #thaw}; parts of one process only.
   */
  public void freeze(Part part) {
    process(part).freeze();
  }

  /** Lets a frozen part go on. */
  public void thaw(Part part) {
    process(part).thaw();
  }

  @Override
  public void stop(Part part) {
    service(part).stop();
  }

  @Override
  public void startAgain(Part part) {
    service(part).start();
  }

  @Override
  public boolean isHealthy(Part part) {
    return service(part).isHealthy();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StackException when one of them does not within five minutes
   */
  @Override
  public void awaitHealthy(Part... parts) {
    Set<Part> asked = parts.length == 0 ? services.keySet() : Set.of(parts);
    asked.forEach(part -> Health.await(service(part), PATIENCE, log(part)));
  }

  /** The file that a part's process writes its output to; of Flink's two, the JobManager's. */
  public Path log(Part part) {
    return launcher.logFile((part == Part.FLINK ? Part.JOB_MANAGER : part).label());
  }

  /** Ends all parts, clients before what they need. */
  @Override
  public void close() {
    Walk.downwards(services.keySet(), part -> service(part).stop());
    launcher.close();
    try {
      data.children().killAll();
      cleanup.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private LocalStack startAll(Set<Part> asked, Consumer<String> progress) {
    Set<Part> parts = Part.withNeeds(asked);
    try {
      parts.forEach(part -> services.put(part, blueprint.service(part)));
      long begin = System.nanoTime();
      Walk.upwards(
          parts,
          part -> {
            service(part).start();
            Health.await(service(part), PATIENCE, log(part));
            double seconds = (System.nanoTime() - begin) / 1e9;
            progress.accept("%-12s is ready after %4.1f s".formatted(part.label(), seconds));
          });
      return this;
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private SupervisedProcess process(Part part) {
    if (service(part) instanceof SupervisedProcess process) {
      return process;
    }
    throw new IllegalArgumentException(part.label() + " is not one process");
  }

  private Service service(Part part) {
    Service service = services.get(part);
    if (service == null) {
      throw new IllegalArgumentException(part.label() + " is not part of this stack");
    }
    return service;
  }

  /** What is left to do when everything has ended. */
  private interface Cleanup {
    void run() throws IOException;
  }
}
