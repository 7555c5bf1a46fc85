package viewstream.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import viewstream.benchmarks.fleet.Chunks;

/**
 * The child process that sends ready-made requests as fast as they are answered, or at a steady
 * rate. Arguments: host, port, protocol, connections, file of requests. For each line {@code
 * requests rate} it sends as many, goes on where it stopped and begins again at the end of the
 * file; it answers as {@link Load.Answer} reads it.
 *
 * <p>Each connection has a virtual thread. With a thread of the kernel for each, every reply woke
 * one, which took the core from the server in the middle of its work: on one machine that is a cost
 * to the server, which clients elsewhere do not have.
 */
final class LoadGenerator {
  private final List<byte[]> requests;
  private final List<Connection> connections = new ArrayList<>();
  private final AtomicLong next = new AtomicLong();

  private LoadGenerator(
      InetSocketAddress server, Protocol protocol, int connections, List<byte[]> requests) {
    this.requests = requests;
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(server, protocol));
    }
  }

  public static void main(String[] arguments) throws Exception {
    LoadGenerator generator =
        new LoadGenerator(
            new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1])),
            Protocol.valueOf(arguments[2]),
            Integer.parseInt(arguments[3]),
            Chunks.read(Path.of(arguments[4])));
    Scanner commands = new Scanner(System.in);
    while (commands.hasNextInt()) {
      System.out.println(generator.send(commands.nextInt(), commands.nextInt()));
    }
  }

  /**
   * @param count of requests
   * @param rate per second; 0 for as fast as they are answered
   */
  private Load.Answer send(int count, int rate) throws Exception {
    double[] millis = new double[count];
    AtomicInteger ticket = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> senders = new ArrayList<>();
      for (Connection connection : connections) {
        senders.add(
            threads.submit(
                () -> {
                  for (int i = ticket.getAndIncrement(); i < count; i = ticket.getAndIncrement()) {
                    long due = rate == 0 ? System.nanoTime() : begin + i * 1_000_000_000L / rate;
                    awaitTime(due);
                    if (!exchange(connection)) {
                      failed.incrementAndGet();
                    }
                    millis[i] = (System.nanoTime() - due) / 1e6;
                  }
                }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a request was not answered", broken.getCause());
    } finally {
      // Until the next block the server may have closed what nobody used.
      for (Connection connection : connections) {
        connection.close();
      }
    }
    return Load.Answer.of(failed.get(), millis);
  }

  private boolean exchange(Connection connection) {
    int index = (int) (next.getAndIncrement() % requests.size());
    try {
      return connection.exchange(requests.get(index));
    } catch (IOException unanswered) {
      throw new IllegalStateException(unanswered);
    }
  }

  /** Latency counts from when a request was due, so that a stalled server is charged for it. */
  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
