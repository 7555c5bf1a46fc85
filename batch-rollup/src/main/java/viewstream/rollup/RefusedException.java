package viewstream.rollup;

/**
 * What was asked for must not be done now; the message says why and what to do, in one sentence.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RefusedException(String sentence) {
    super(sentence);
  }
}
