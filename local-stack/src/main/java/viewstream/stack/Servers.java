package viewstream.stack;

import java.util.Map;

/**
 * Real servers that run, as processes ({@link LocalStack}) or in containers; who uses them cannot
 * tell. Addresses stay the same as long as they are not closed.
 */
public interface Servers extends AutoCloseable {
  /**
   * Where clients of a part find it: {@code host:port} for Kafka, a URL for all others. It stays
   * the same when the part is started again.
   */
  String address(Part part);

  /** The {@code VIEWSTREAM_…} variables by which a process finds all of them. */
  Map<String, String> environment();

  /** Ends a part gracefully; it stays away until {@link #startAgain}. */
  void stop(Part part);

  /** Starts a stopped part; {@link #awaitHealthy} tells when it is ready. */
  void startAgain(Part part);

  boolean isHealthy(Part part);

  /**
   * Waits until these parts answer; all parts when none is named.
   *
   * @throws StackException when one of them does not
   */
  void awaitHealthy(Part... parts);

  @Override
  void close();
}
