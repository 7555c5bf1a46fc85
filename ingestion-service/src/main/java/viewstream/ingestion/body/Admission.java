package viewstream.ingestion.body;

/** The room that one request takes. For one thread. */
final class Admission implements AutoCloseable {
  private final AdmissionControl control;
  private long bytes;

  Admission(AdmissionControl control, long bytes) {
    this.control = control;
    this.bytes = bytes;
  }

  /**
   * Takes or gives back room when the true size is known.
   *
   * @throws viewstream.ingestion.http.RefusedException if more is needed than there is
   */
  void resize(long newBytes) {
    if (newBytes > bytes) {
      control.grow(newBytes - bytes);
    } else {
      control.shrink(bytes - newBytes);
    }
    bytes = newBytes;
  }

  @Override
  public void close() {
    control.shrink(bytes);
    bytes = 0;
  }
}
