package viewstream.stack.supervisor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import viewstream.stack.DataFolder;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.StackException;
import viewstream.stack.network.Port;
import viewstream.stack.network.PortLease;
import viewstream.stack.network.Ports;

/**
 * The process that owns a fleet: starts it, watches it, and ends it when told to by a signal. One
 * data folder has at most one supervisor, kept apart by a file lock.
 */
public final class Supervisor {
  private static final long LOOK_MILLIS = 2_000;

  private final DataFolder data;
  private final RunFolder run;
  private final PrintStream out;

  public Supervisor(DataFolder data, PrintStream out) {
    this.data = data;
    this.run = new RunFolder(data);
    this.out = out;
  }

  /**
   * Runs the fleet until this process is ended by SIGTERM or SIGINT.
   *
   * @param replaced ports that are not the usual ones
   * @param parts what to start, with all they need
   * @throws StackException when a part does not start; then all parts have been ended
   */
  public void run(Map<Port, Integer> replaced, Set<Part> parts)
      throws IOException, InterruptedException {
    run.create();
    try (FileChannel channel = lock();
        PortLease lease = new PortLease()) {
      run.enterSupervisor();
      Ports ports = Ports.usual(replaced, lease);
      run.writePorts(ports);
      run.writeStatus(FleetStatus.starting(parts));
      LocalStack stack = LocalStack.start(data, ports, parts, out::println);
      Thread ending = new Thread(() -> end(stack), "ending");
      Runtime.getRuntime().addShutdownHook(ending);
      while (channel.isOpen()) {
        run.writeStatus(look(stack));
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(run.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new StackException("another supervisor runs the fleet of " + data.root());
    }
    return channel;
  }

  private static FleetStatus look(LocalStack stack) {
    Map<Part, Boolean> healthy =
        stack.parts().parallelStream()
            .collect(Collectors.toMap(Function.identity(), stack::isHealthy));
    return new FleetStatus(true, healthy);
  }

  private void end(LocalStack stack) {
    stack.close();
    out.println("all parts have ended");
  }
}
