package viewstream.ingestion.fast;

/**
 * Says that the fast path does not know: neither that an event is good nor that it is bad. There is
 * only one, without a stack trace, for it tells nothing but that.
 */
final class Unsure extends RuntimeException {
  private static final Unsure INSTANCE = new Unsure();

  private Unsure() {
    super("left to the pipeline", null, false, false);
  }

  /** To be thrown. */
  static Unsure of() {
    return INSTANCE;
  }
}
