package viewstream.ingestion.spool;

import java.util.List;

/** Some of the oldest records of a spool, in order of arrival. */
public final class Portion {
  private final List<byte[]> records;
  private final Position end;
  private final long bytes;
  private final long newestMillis;

  Portion(List<byte[]> records, Position end, long bytes, long newestMillis) {
    this.records = List.copyOf(records);
    this.end = end;
    this.bytes = bytes;
    this.newestMillis = newestMillis;
  }

  /** The records as they were appended; at least one. */
  public List<byte[]> records() {
    return records;
  }

  Position end() {
    return end;
  }

  /** What they and what was damaged before them take in the file. */
  long bytes() {
    return bytes;
  }

  long newestMillis() {
    return newestMillis;
  }
}
