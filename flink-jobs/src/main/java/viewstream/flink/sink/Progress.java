package viewstream.flink.sink;

/** Where a sink tells how far it has come. */
public interface Progress extends AutoCloseable {
  /**
   * Everything that the log took in until then is in the store.
   *
   * @param logTime epoch ms
   */
  void reached(long logTime);

  @Override
  void close();
}
