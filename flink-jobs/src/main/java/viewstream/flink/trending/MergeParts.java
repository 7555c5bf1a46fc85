package viewstream.flink.trending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Makes lists of the tasks' parts. Remembers nothing: restored tasks tell all their parts anew.
 *
 * <p>A list is published when its window has ended and each time that late views changed it, until
 * the next window ends; after the last view of a region has left both windows, once more as an
 * empty one. One that does not change is published again every minute all the same, should its
 * store have lost it; {@link #CHANGED} has only those that are new. While some task is a step ahead
 * of another, as when the log is read again, its parts cannot be merged with the others'; the
 * watermark then waits, for it promises that the lists are out.
 */
final class MergeParts extends AbstractStreamOperator<RegionList>
    implements OneInputStreamOperator<Part, RegionList> {
  /** The lists that differ from what was published before. */
  static final OutputTag<RegionList> CHANGED = new OutputTag<>("changed", RegionList.TYPE);

  private static final long serialVersionUID = 1;
  private static final Duration REPEAT = Duration.ofMinutes(1);

  private final int generation;
  private transient Map<Scope, Gathering> gatherings;

  /**
   * @param generation of the output, 0 to 65535: lists of a higher generation replace those of a
   *     lower one
   */
  MergeParts(int generation) {
    this.generation = generation;
  }

  @Override
  public void open() throws Exception {
    super.open();
    gatherings = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<Part> element) {
    Part part = element.getValue();
    gatherings.computeIfAbsent(part.scope(), Gathering::new).take(part);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK) || publish(mark.getTimestamp())) {
      super.processWatermark(mark);
    }
  }

  /** Publishes what is new; returns whether all that had to be could be. */
  private boolean publish(long logTime) {
    boolean complete = true;
    for (Iterator<Map.Entry<Scope, Gathering>> each = gatherings.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Scope, Gathering> entry = each.next();
      long end = entry.getKey().step(logTime);
      Gathering gathering = entry.getValue();
      if (gathering.isOvertaken(end)) {
        complete = false;
        continue;
      }
      boolean changed = gathering.isDue(end);
      if (changed || gathering.isOlderThan(logTime - REPEAT.toMillis())) {
        StreamRecord<RegionList> list = new StreamRecord<>(gathering.publish(logTime, generation));
        output.collect(list);
        if (changed) {
          output.collect(CHANGED, list);
        }
      }
      if (gathering.isEmpty()) {
        each.remove();
      }
    }
    return complete;
  }
}
