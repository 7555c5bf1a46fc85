package viewstream.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many threads want to append. While the disk works on one group the next one gathers,
 * so that all of it waits for one force.
 */
final class Appender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Appender.class);

  /**
   * What the largest request takes: 4 MiB of events, and what each of them shares with the others.
   */
  static final long SPARE_BYTES = 8 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SpoolFolder folder;
  private final Backlog backlog;
  private final long capacity;
  private final long segmentBytes;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final long maxWaiting;

  /**
   * Bytes of arrivals that are neither on disk nor given up; those that nobody awaits count, too.
   */
  private final AtomicLong waiting = new AtomicLong();

  private final Thread writing;

  /** Guarded by {@link #arrivals}: nothing is added behind the last. */
  private boolean closed;

  // For the writing thread alone.
  private long nextSegment;
  private @Nullable Tail tail;

  Appender(SpoolFolder folder, Backlog backlog, SpoolProperties properties, long nextSegment) {
    this.folder = folder;
    this.backlog = backlog;
    this.capacity = properties.capacity().toBytes();
    this.segmentBytes = properties.segmentSize().toBytes();
    this.maxWaiting = properties.maxWaiting().toBytes();
    this.nextSegment = nextSegment;
    this.writing = Thread.ofPlatform().daemon().name("spool-writer").start(this::write);
  }

  /**
   * Returns when it is safe on disk.
   *
   * @throws SpoolException if it is not
   */
  void append(Arrival arrival) {
    if (waiting.addAndGet(arrival.bytes()) > maxWaiting) {
      waiting.addAndGet(-arrival.bytes());
      throw new SpoolException("the spool's disk does not keep up", null);
    }
    if (!add(arrival)) {
      throw new SpoolException("the spool is closed", null);
    }
    arrival.await(PATIENCE);
  }

  /** Whether there is room for a large request. */
  boolean hasRoom() {
    return backlog.fileBytes() + SPARE_BYTES <= capacity;
  }

  private boolean add(Arrival arrival) {
    synchronized (arrivals) {
      return !closed && arrivals.add(arrival);
    }
  }

  private void write() {
    var group = new ArrayList<Arrival>();
    try {
      while (!group.contains(Arrival.LAST)) {
        group.clear();
        group.add(arrivals.take());
        arrivals.drainTo(group);
        List<Arrival> fitting = fitting(group);
        if (!fitting.isEmpty()) {
          store(fitting);
        }
        waiting.addAndGet(-group.stream().mapToLong(Arrival::bytes).sum());
      }
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    } finally {
      closeTail();
    }
  }

  /** Those for which there is room; the others are told that there is none. */
  private List<Arrival> fitting(List<Arrival> group) {
    var fitting = new ArrayList<Arrival>(group.size());
    long room = capacity - backlog.fileBytes();
    for (Arrival arrival : group) {
      if (arrival == Arrival.LAST) {
        continue;
      }
      if (arrival.bytes() <= room) {
        room -= arrival.bytes();
        fitting.add(arrival);
      } else {
        arrival.failed(new SpoolException("the spool is full", null));
      }
    }
    return fitting;
  }

  private void store(List<Arrival> group) {
    ByteBuffer[] frames = group.stream().map(Arrival::frames).toArray(ByteBuffer[]::new);
    try {
      Tail open = open();
      boolean stored = false;
      try {
        open.append(frames);
        stored = true;
      } finally {
        backlog.grew(
            stored ? group.stream().mapToInt(Arrival::bytes).sum() : 0,
            stored ? group.stream().mapToInt(Arrival::records).sum() : 0,
            group.getFirst().epochMillis());
      }
      group.forEach(Arrival::stored);
    } catch (IOException | RuntimeException failed) {
      group.forEach(
          arrival -> arrival.failed(new SpoolException("the spool's disk failed", failed)));
    }
  }

  /** A segment with room, which nobody takes away before the backlog is told that it grew. */
  private Tail open() throws IOException {
    Tail last = tail;
    if (last != null
        && last.usable()
        && last.length() < segmentBytes
        && backlog.beginWrite(last.segment())) {
      return last;
    }
    closeTail();
    Segment segment = folder.segment(nextSegment);
    Tail next = new Tail(segment, folder.create(segment));
    nextSegment++;
    tail = next;
    backlog.begun(segment);
    return next;
  }

  private void closeTail() {
    Tail last = tail;
    tail = null;
    if (last != null) {
      try {
        last.close();
      } catch (IOException failed) {
        log.warn("a segment could not be closed; what is in it has been forced", failed);
      }
    }
  }

  /** Returns when everything that was appended before is written or has failed. */
  @Override
  public void close() throws InterruptedException {
    synchronized (arrivals) {
      if (!closed) {
        closed = true;
        arrivals.add(Arrival.LAST);
      }
    }
    writing.join();
  }
}
