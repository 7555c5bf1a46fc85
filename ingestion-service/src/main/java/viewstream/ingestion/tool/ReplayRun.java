package viewstream.ingestion.tool;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.pipeline.Outcome.Rejected;
import viewstream.ingestion.replay.Replay;
import viewstream.ingestion.topic.TopicWriter;
import viewstream.schema.event.RejectedEvent;

/** One pass over rejected events. */
final class ReplayRun {
  private static final int UNFLUSHED = 1_000;

  private final Replay replay;
  private final @Nullable TopicWriter writer;
  private final Map<String, Integer> stillRejected = new TreeMap<>();
  private int accepted;
  private int unreadable;

  /**
   * @param writer null to publish nothing
   */
  ReplayRun(Replay replay, @Nullable TopicWriter writer) {
    this.replay = replay;
    this.writer = writer;
  }

  void take(RejectedEvent event) {
    switch (outcome(event)) {
      case Accepted good -> publish(good);
      case Rejected bad -> stillRejected.merge(bad.reason().code(), 1, Integer::sum);
      case null, default -> unreadable++;
    }
  }

  /** Returns when all is published, and tells what became of the events. */
  void finish(PrintWriter out) {
    if (writer != null) {
      writer.flush();
    }
    out.println((writer == null ? "would_replay=" : "replayed=") + accepted);
    stillRejected.forEach((reason, count) -> out.println("still_rejected." + reason + "=" + count));
    out.println("not_replayable=" + unreadable);
  }

  private @Nullable Outcome outcome(RejectedEvent event) {
    try {
      return replay.process(event);
    } catch (IllegalArgumentException otherKey) {
      return null; // encrypted with a key that is not ours
    }
  }

  private void publish(Accepted good) {
    accepted++;
    if (writer != null) {
      writer.write(good.topic(), good.key(), good.record());
      if (accepted % UNFLUSHED == 0) {
        writer.flush();
      }
    }
  }
}
