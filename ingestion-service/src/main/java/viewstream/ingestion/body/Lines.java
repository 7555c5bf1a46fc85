package viewstream.ingestion.body;

import java.util.ArrayList;
import java.util.List;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.validation.Limits;

/** Cuts NDJSON into its lines. Empty ones do not count. */
public final class Lines {
  private Lines() {}

  /**
   * The lines in their order, without the blanks around them.
   *
   * @throws RefusedException if there are too many
   */
  public static List<Slice> cut(byte[] body) {
    var lines = new ArrayList<Slice>();
    cut(lines, body, 0);
    return lines;
  }

  /**
   * Adds the lines that begin at a place or behind it to parts that are known already.
   *
   * @throws RefusedException if there are too many
   */
  public static void cut(List<Slice> parts, byte[] body, int from) {
    int start = from;
    for (int i = from; i <= body.length; i++) {
      if (i == body.length || body[i] == '\n') {
        add(parts, body, start, i);
        start = i + 1;
      }
    }
  }

  /**
   * Adds a part, without the blanks around it, to those that are known already; nothing if there
   * are but blanks.
   *
   * @throws RefusedException if there are too many
   */
  public static void add(List<Slice> parts, byte[] body, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && blank(body[start])) {
      start++;
    }
    while (end > start && blank(body[end - 1])) {
      end--;
    }
    if (start < end) {
      if (parts.size() == Limits.EVENTS) {
        throw tooMany();
      }
      parts.add(new Slice(parts.size(), body, start, end - start));
    }
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** The refusal of a batch with more than {@link Limits#EVENTS} events. */
  public static RefusedException tooMany() {
    return new RefusedException(
        Refusal.TOO_MANY_EVENTS, "Send at most 500 events at a time: split the batch.");
  }
}
