package viewstream.flink.trending;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import viewstream.flink.serial.SerializedType;

/**
 * What one task knows of a list: enough of its videos that the list can be told from the parts of
 * all tasks.
 *
 * @param scope of the list
 * @param end of the window, the number of the first step after it
 * @param task whose videos these are
 * @param contributions views of all its videos, in the window and the one before
 * @param tallies of each video that is among the task's first in either window
 */
record Part(Scope scope, long end, int task, long contributions, List<Tally> tallies) {
  /** How Flink moves it. */
  static final TypeInformation<Part> TYPE = SerializedType.of(Part.class, new PartSerializer());

  Part {
    tallies = List.copyOf(tallies);
  }
}
