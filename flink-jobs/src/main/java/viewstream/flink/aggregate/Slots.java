package viewstream.flink.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;

/**
 * Figures being added up in memory, by video and window.
 *
 * @param <S> the figures
 */
public final class Slots<S extends Sums<S>> {
  private final Window window;
  private final Supplier<S> empty;
  private final Counter late;
  private final Map<Slot, S> sums = new HashMap<>();

  Slots(Window window, Supplier<S> empty, Counter late) {
    this.window = window;
    this.empty = empty;
    this.late = late;
  }

  /**
   * Makes one contribution, unless the window has closed.
   *
   * @param videoId the video
   * @param eventTime says which window, epoch ms
   * @param logTime says whether it is late, epoch ms
   * @param addition adds to the window's figures, their count of contributions included
   */
  public void contribute(String videoId, long eventTime, long logTime, Consumer<S> addition) {
    long start = window.start(eventTime);
    if (window.isLate(start, logTime)) {
      late.inc();
    } else {
      addition.accept(sums.computeIfAbsent(new Slot(videoId, start), absent -> empty.get()));
    }
  }

  int size() {
    return sums.size();
  }

  /** Hands over everything and starts anew. */
  void drain(Consumer<Partial<S>> to) {
    sums.forEach((slot, sum) -> to.accept(new Partial<>(slot.videoId(), slot.start(), sum)));
    sums.clear();
  }
}
