package viewstream.ingestion.cmcd;

/** What stands here is no structured field. Says no more: the member is left out as a whole. */
final class MalformedException extends Exception {
  static final MalformedException INSTANCE = new MalformedException();

  private MalformedException() {
    super("not a structured field", null, false, false);
  }
}
