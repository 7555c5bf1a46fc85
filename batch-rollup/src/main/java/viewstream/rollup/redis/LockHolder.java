package viewstream.rollup.redis;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The process that holds a lock, written {@code host pid startMillis id}.
 *
 * @param host its machine or container
 * @param pid its process id there
 * @param startMillis when that process started, epoch ms; tells it from a later one of the same id
 * @param id of this attempt to hold the lock
 */
record LockHolder(String host, long pid, long startMillis, String id) {

  /** This process. */
  static LockHolder self() {
    ProcessHandle self = ProcessHandle.current();
    return new LockHolder(
        hostName(), self.pid(), startMillis(self).orElse(0L), UUID.randomUUID().toString());
  }

  /** Null if the text has another form. */
  static @Nullable LockHolder parse(String text) {
    String[] parts = text.split(" ");
    try {
      return parts.length == 4
          ? new LockHolder(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3])
          : null;
    } catch (NumberFormatException otherForm) {
      return null;
    }
  }

  /** Whether it is known to be dead: a process of this machine that is no more. */
  boolean isDead() {
    return host.equals(hostName())
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .flatMap(LockHolder::startMillis)
            .filter(start -> start == startMillis)
            .isEmpty();
  }

  private static Optional<Long> startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '-');
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  @Override
  public String toString() {
    return host + " " + pid + " " + startMillis + " " + id;
  }
}
