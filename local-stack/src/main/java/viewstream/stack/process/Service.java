package viewstream.stack.process;

import java.util.Optional;

/** Something that runs until it is stopped. Start and stop may be repeated. */
public interface Service {
  String name();

  void start();

  /** Ends it gracefully, then by force; returns when it has ended. */
  void stop();

  /** Ends its processes at once, as a crash would; it comes back by itself. */
  void kill();

  boolean isHealthy();

  /** Why it will not become healthy any more; empty while there is hope. */
  Optional<String> failure();
}
