package viewstream.ingestion.body;

/** The room that one request takes. For one thread. */
final class Admission implements AutoCloseable {
  private final AdmissionControl control;
  private long bytes;

  Admission(AdmissionControl control) {
    this.control = control;
  }

  /**
   * Takes more room.
   *
   * @throws viewstream.ingestion.http.RefusedException if there is none
   */
  void grow(long more) {
    control.grow(more);
    bytes += more;
  }

  @Override
  public void close() {
    control.shrink(bytes);
    bytes = 0;
  }
}
