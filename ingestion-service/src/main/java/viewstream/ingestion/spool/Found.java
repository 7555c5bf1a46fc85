package viewstream.ingestion.spool;

/** What there is at a place in a segment. */
sealed interface Found {
  /**
   * A record.
   *
   * @param record as it was appended
   * @param epochMillis when it was
   * @param end where the next frame begins
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Whole(byte[] record, long epochMillis, long end) implements Found {}

  /**
   * Bytes that are no frame any more.
   *
   * @param from where they begin
   * @param end where the next frame begins, or the segment ends
   */
  record Damaged(long from, long end) implements Found {}

  /** The beginning of a frame that nobody has finished, so nobody was told that it is there. */
  record Torn() implements Found {}

  /** Nothing more. */
  record End() implements Found {}
}
