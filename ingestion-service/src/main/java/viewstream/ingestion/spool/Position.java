package viewstream.ingestion.spool;

/**
 * How far records have been released.
 *
 * @param segment number of the segment; all with lower numbers are done with
 * @param offset in it, where the next frame begins
 */
record Position(long segment, long offset) {
  static final Position BEGINNING = new Position(0, 0);

  /** Where the first frame of that segment that has not been released is. */
  long in(Segment asked) {
    if (asked.number() < segment) {
      return Long.MAX_VALUE;
    }
    return asked.number() == segment ? offset : 0;
  }
}
