package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.ingestion.spool.Found.Damaged;
import viewstream.ingestion.spool.Found.End;
import viewstream.ingestion.spool.Found.Torn;
import viewstream.ingestion.spool.Found.Whole;

/**
 * What an earlier process left in a segment.
 *
 * @param records that have not been released
 * @param oldestMillis when the first of them was appended
 * @param length of the file, without what was torn
 * @param damagedFrames places at which something is no frame any more
 */
record Contents(long records, long oldestMillis, long length, int damagedFrames) {
  private static final Logger log = LoggerFactory.getLogger(Contents.class);

  /**
   * Reads the segment to its end, and cuts off a torn one.
   *
   * @param released records that begin before it are not counted
   */
  static Contents of(SpoolFolder folder, Segment segment, long released) throws IOException {
    try (FileChannel file = folder.open(segment)) {
      var frames = new FrameReader(file);
      long records = 0;
      long oldest = 0;
      int damaged = 0;
      long at = 0;
      long limit = file.size();
      while (true) {
        switch (frames.read(at, limit)) {
          case Whole whole -> {
            if (at >= released) {
              oldest = records == 0 ? whole.epochMillis() : oldest;
              records++;
            }
            at = whole.end();
          }
          case Damaged bad -> {
            damaged++;
            at = bad.end();
          }
          case Torn torn -> {
            log.atWarn()
                .addKeyValue("segment", segment.path())
                .addKeyValue("bytes", limit - at)
                .log("cut off what the last process did not finish");
            file.truncate(at);
            file.force(true);
            return new Contents(records, oldest, at, damaged);
          }
          case End end -> {
            return new Contents(records, oldest, at, damaged);
          }
        }
      }
    }
  }
}
