package viewstream.ingestion.fast;

import viewstream.ingestion.validation.Limits;
import viewstream.ingestion.validation.PlaybackFields;

/** Writes {@code played} as an array of Avro's. For one thread; used again and again. */
final class PlayedWriter {
  private final Scanner scanner = new Scanner();
  private final long[] bounds = new long[2 * Limits.PLAYED_INTERVALS];

  /** Writes the intervals of an event in their order, empty ones left out. */
  void write(Fields event, AvroBuffer out) {
    int kept = event.has(Field.PLAYED) ? read(event) : 0;
    if (kept > 0) {
      out.number(kept / 2);
      for (int i = 0; i < kept; i++) {
        out.number(bounds[i]);
      }
    }
    out.end();
  }

  private int read(Fields event) {
    Sure.that(event.kind(Field.PLAYED) == Kind.ARRAY);
    byte[] body = event.body();
    int from = event.offset(Field.PLAYED);
    scanner.begin(body, from, from + event.length(Field.PLAYED));
    scanner.take('[');
    int intervals = 0;
    int kept = 0;
    if (!scanner.took(']')) {
      do {
        Sure.that(intervals++ < Limits.PLAYED_INTERVALS);
        scanner.take('[');
        long begin = bound(body);
        scanner.take(',');
        long end = bound(body);
        scanner.take(']');
        Sure.that(begin <= end);
        if (begin < end) {
          bounds[kept++] = begin;
          bounds[kept++] = end;
        }
      } while (scanner.took(','));
    }
    return kept;
  }

  private long bound(byte[] body) {
    int kind = scanner.value(1);
    double bound = Numbers.read(body, kind, scanner.offset(), scanner.length());
    Sure.that(bound <= PlaybackFields.LONGEST_MS);
    return Math.round(bound);
  }
}
