package viewstream.ingestion.events;

import java.util.ArrayList;
import java.util.List;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.Outcome.Good;
import viewstream.ingestion.pipeline.Outcome.Rejected;
import viewstream.ingestion.pipeline.Outcome.Unpublished;

/**
 * What became of a request's events.
 *
 * @param accepted in the order of the batch
 * @param rejected in the order of the batch
 * @param unpublished good, with nothing in them to publish
 */
record Receipt(List<Good> accepted, List<Rejected> rejected, int unpublished) {
  Receipt {
    accepted = List.copyOf(accepted);
    rejected = List.copyOf(rejected);
  }

  static Receipt of(List<Outcome> outcomes) {
    var accepted = new ArrayList<Good>(outcomes.size());
    var rejected = new ArrayList<Rejected>();
    int unpublished = 0;
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Good good -> accepted.add(good);
        case Rejected bad -> rejected.add(bad);
        case Unpublished nothing -> unpublished++;
      }
    }
    return new Receipt(accepted, rejected, unpublished);
  }
}
