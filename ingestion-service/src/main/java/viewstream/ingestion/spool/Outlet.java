package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.ingestion.spool.Found.Damaged;
import viewstream.ingestion.spool.Found.End;
import viewstream.ingestion.spool.Found.Torn;
import viewstream.ingestion.spool.Found.Whole;

/** Reads the oldest records, and deletes a segment when all in it have been released. */
final class Outlet implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outlet.class);

  private final SpoolFolder folder;
  private final Backlog backlog;

  // For the reading thread alone.
  private Position position;
  private @Nullable Segment reading;
  private @Nullable FileChannel file;
  private @Nullable FrameReader frames;

  Outlet(SpoolFolder folder, Backlog backlog, Position position) {
    this.folder = folder;
    this.backlog = backlog;
    this.position = position;
  }

  /** The oldest records that have not been released, or null if there are none. */
  @Nullable Portion next(long maxBytes) throws IOException {
    for (Segment oldest = backlog.oldest(); oldest != null; oldest = backlog.oldest()) {
      Portion portion = read(oldest, maxBytes);
      if (portion != null) {
        return portion;
      }
      if (!finished(oldest, position.in(oldest))) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Portion read(Segment segment, long maxBytes) throws IOException {
    FrameReader reader = readerOf(segment);
    long begin = position.in(segment);
    long limit = backlog.oldestLength();
    long at = begin;
    long newest = 0;
    List<byte[]> records = new ArrayList<>();
    while (at < limit && (records.isEmpty() || at - begin < maxBytes)) {
      switch (reader.read(at, limit)) {
        case Whole whole -> {
          records.add(whole.record());
          newest = whole.epochMillis();
          at = whole.end();
        }
        case Damaged damaged -> {
          keepAside(segment);
          at = damaged.end();
        }
        case Torn torn -> {
          keepAside(segment); // it was whole when it was forced or found
          at = limit;
        }
        case End end -> at = limit;
      }
    }
    var end = new Position(segment.number(), at);
    if (records.isEmpty()) {
      backlog.released(at - begin, 0, newest);
      position = end;
      return null;
    }
    return new Portion(records, end, at - begin, newest);
  }

  /** Somebody else has these records now. */
  void release(Portion portion) throws IOException {
    position = portion.end();
    backlog.released(portion.bytes(), portion.records().size(), portion.newestMillis());
    folder.position().write(position);
    Segment oldest = backlog.oldest();
    if (oldest != null && oldest.number() == position.segment()) {
      finished(oldest, position.offset());
    }
  }

  /** Keeps the file of the oldest records when all in it have been released. */
  void keepAside() throws IOException {
    Segment oldest = backlog.oldest();
    if (oldest != null) {
      keepAside(oldest);
    }
  }

  private void keepAside(Segment segment) throws IOException {
    if (folder.keepAside(segment)) {
      log.atError()
          .addKeyValue("segment", segment.path())
          .log("a segment holds what cannot be replayed; it is kept as .damaged");
    }
  }

  private boolean finished(Segment segment, long read) throws IOException {
    if (!backlog.remove(segment, read)) {
      return false;
    }
    close();
    folder.delete(segment);
    return true;
  }

  private FrameReader readerOf(Segment segment) throws IOException {
    FrameReader known = frames;
    if (known == null || !segment.equals(reading)) {
      close();
      FileChannel opened = folder.open(segment);
      known = new FrameReader(opened);
      file = opened;
      frames = known;
      reading = segment;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    FileChannel open = file;
    file = null;
    frames = null;
    reading = null;
    if (open != null) {
      open.close();
    }
  }
}
