package viewstream.flink.source;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.schema.registry.RegistryUnavailableException;

/** Waits for the schema registry where nothing can go on without it. */
final class RegistryPatience {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private RegistryPatience() {}

  /** Asks until the registry answers. */
  static <T> T await(Supplier<T> question) throws InterruptedException {
    while (true) {
      try {
        return question.get();
      } catch (RegistryUnavailableException away) {
        LOG.warn("Waiting for the schema registry: {}", away.getMessage());
        Thread.sleep(PAUSE);
      }
    }
  }
}
