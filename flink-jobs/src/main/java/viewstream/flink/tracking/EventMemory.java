package viewstream.flink.tracking;

import java.util.UUID;
import viewstream.schema.event.PlaybackEvent;

/**
 * What is remembered of every accepted event of a view: its id as 64 bits, its time and its
 * sequence number. About a dozen bytes an event when written.
 */
final class EventMemory {
  private static final int LARGEST_SEQ = 65_535;

  final SortedLongs ids;
  final SortedLongs times;
  final SortedLongs seqs;

  EventMemory() {
    this(new SortedLongs(), new SortedLongs(), new SortedLongs());
  }

  EventMemory(SortedLongs ids, SortedLongs times, SortedLongs seqs) {
    this.ids = ids;
    this.times = times;
    this.seqs = seqs;
  }

  int size() {
    return ids.size();
  }

  boolean isEmpty() {
    return ids.size() == 0;
  }

  boolean knows(UUID id) {
    return ids.contains(hash(id));
  }

  boolean knowsSeq(PlaybackEvent event) {
    return hasSeq(event) && seqs.contains(event.getSeq());
  }

  void remember(PlaybackEvent event) {
    ids.add(hash(event.getEventId()));
    times.add(event.getEventTime().toEpochMilli());
    if (hasSeq(event)) {
      seqs.add(event.getSeq());
    }
  }

  long earliest() {
    return times.at(0);
  }

  long latest() {
    return times.at(times.size() - 1);
  }

  EventMemory copy() {
    return new EventMemory(ids.copy(), times.copy(), seqs.copy());
  }

  private static boolean hasSeq(PlaybackEvent event) {
    return event.getSeq() != null && event.getSeq() >= 0 && event.getSeq() <= LARGEST_SEQ;
  }

  /** The finalizer of MurmurHash3 over both halves; ids of one view need not fear collisions. */
  private static long hash(UUID id) {
    long hash = id.getMostSignificantBits() * 0x9E3779B97F4A7C15L + id.getLeastSignificantBits();
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
