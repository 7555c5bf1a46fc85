package viewstream.stack.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports that stay ours between being chosen and being bound, and while a killed process is
 * away. Other stacks on this machine keep off by a file lock per port; everybody else does because
 * the numbers lie below those the kernel gives to outgoing connections.
 */
public final class PortLease implements AutoCloseable {
  private static final int FIRST = 15_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 200;

  private final Path folder =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "viewstream-ports-" + System.getProperty("user.name"));
  private final List<FileChannel> leases = new ArrayList<>();

  /**
   * A free port of 127.0.0.1, ours until this is closed.
   *
   * @throws IOException when no free port was found
   */
  public synchronized int lease() throws IOException {
    Files.createDirectories(folder);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (lock(port) && isFree(port)) {
        return port;
      }
    }
    throw new IOException("no free port between " + FIRST + " and " + LAST);
  }

  /** Whether nothing listens on that port of 127.0.0.1. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (FileChannel lease : leases) {
      lease.close();
    }
    leases.clear();
  }

  private boolean lock(int port) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve(Integer.toString(port)),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        leases.add(file);
        return true;
      }
    } catch (OverlappingFileLockException ours) {
      // Another stack of this process has it.
    }
    file.close();
    return false;
  }
}
