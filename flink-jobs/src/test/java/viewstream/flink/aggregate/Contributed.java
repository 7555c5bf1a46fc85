package viewstream.flink.aggregate;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/**
 * What inputs contributed, by window.
 *
 * @param <S> the figures
 */
public final class Contributed<S extends Sums<S>> {
  private final Counter late = new SimpleCounter();
  private final Slots<S> slots;

  public Contributed(Window window, Supplier<S> empty) {
    this.slots = new Slots<>(window, empty, late);
  }

  public Slots<S> slots() {
    return slots;
  }

  /** The figures by {@code video start}, start in epoch ms. */
  public Map<String, S> sums() {
    Map<String, S> sums = new TreeMap<>();
    slots.drain(partial -> sums.put(partial.videoId() + " " + partial.start(), partial.sums()));
    return sums;
  }

  public long late() {
    return late.getCount();
  }
}
