package viewstream.stack.clickhouse;

/** Figures of a statement, told to clients in the header {@code X-ClickHouse-Summary}. */
record Summary(
    long readRows,
    long readBytes,
    long writtenRows,
    long writtenBytes,
    long resultRows,
    long resultBytes) {

  static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0);

  /** Numbers are quoted, as the server does it. */
  String toJson(long elapsedNanos) {
    return """
        {"read_rows":"%d","read_bytes":"%d","written_rows":"%d","written_bytes":"%d",\
        "total_rows_to_read":"0","result_rows":"%d","result_bytes":"%d","elapsed_ns":"%d"}"""
        .formatted(
            readRows, readBytes, writtenRows, writtenBytes, resultRows, resultBytes, elapsedNanos);
  }
}
