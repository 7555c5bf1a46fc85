package viewstream.ingestion.spool;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is in the spool: the one thing that the thread which appends and the one which reads share.
 * Everything is guarded by this object's lock, which nobody holds while a disk works.
 */
final class Backlog {
  /** Oldest first. Only the last may be written to, and only while it is here. */
  private final Deque<Entry> entries = new ArrayDeque<>();

  private long fileBytes;
  private long unreleasedBytes;
  private long unreleasedRecords;
  private long oldestMillis;

  /**
   * Adds what was left by an earlier process.
   *
   * @param contents of the segment
   * @param released where its first frame is that has not been released
   */
  synchronized void found(Segment segment, Contents contents, long released) {
    add(segment, contents.length());
    unreleasedBytes += contents.length() - Math.min(contents.length(), released);
    appended(contents.records(), contents.oldestMillis());
  }

  /** A new segment is about to be written to; it stays until {@link #grew}. */
  synchronized void begun(Segment segment) {
    add(segment, 0).busy = true;
  }

  /** Whether the segment may still be written to; it then stays until {@link #grew}. */
  synchronized boolean beginWrite(Segment segment) {
    Entry last = entries.peekLast();
    if (last == null || !last.segment.equals(segment)) {
      return false;
    }
    last.busy = true;
    return true;
  }

  /** The write to the last segment is over. Nothing but zeros if it failed. */
  synchronized void grew(int bytes, int records, long epochMillis) {
    Entry last = entries.getLast();
    last.busy = false;
    last.length += bytes;
    fileBytes += bytes;
    unreleasedBytes += bytes;
    appended(records, epochMillis);
  }

  /** The oldest segment, or null if there is none. */
  synchronized @Nullable Segment oldest() {
    Entry first = entries.peekFirst();
    return first == null ? null : first.segment;
  }

  /** How much of the oldest segment is safe on disk. */
  synchronized long oldestLength() {
    return entries.getFirst().length;
  }

  /** Somebody else has these records of the oldest segment now. */
  synchronized void released(long bytes, int records, long epochMillis) {
    unreleasedBytes -= bytes;
    unreleasedRecords -= records;
    if (records > 0) {
      oldestMillis = epochMillis;
    }
  }

  /**
   * Takes the oldest segment away unless it is being written to or has grown.
   *
   * @param read how much of it is done with
   * @return whether it is gone from here
   */
  synchronized boolean remove(Segment segment, long read) {
    Entry first = entries.getFirst();
    if (first.busy || first.length > read) {
      return false;
    }
    entries.removeFirst();
    fileBytes -= first.length;
    return true;
  }

  /** Length of all files. */
  synchronized long fileBytes() {
    return fileBytes;
  }

  synchronized long unreleasedBytes() {
    return unreleasedBytes;
  }

  synchronized long unreleasedRecords() {
    return unreleasedRecords;
  }

  /** No record that is left was appended before this; 0 if none is left. */
  synchronized long oldestMillis() {
    return unreleasedRecords == 0 ? 0 : oldestMillis;
  }

  private Entry add(Segment segment, long length) {
    var entry = new Entry(segment, length);
    entries.addLast(entry);
    fileBytes += length;
    return entry;
  }

  private void appended(long records, long epochMillis) {
    if (unreleasedRecords == 0) {
      oldestMillis = epochMillis;
    }
    unreleasedRecords += records;
    notifyAll();
  }

  /** Returns when there are records, or after that time. */
  synchronized void awaitRecords(long millis) throws InterruptedException {
    if (unreleasedRecords == 0) {
      wait(millis);
    }
  }

  private static final class Entry {
    private final Segment segment;
    private long length;
    private boolean busy;

    Entry(Segment segment, long length) {
      this.segment = segment;
      this.length = length;
    }
  }
}
