package viewstream.ingestion.events;

import java.util.List;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.pipeline.Outcome.Rejected;

/**
 * What became of a request's events.
 *
 * @param accepted in the order of the batch
 * @param rejected in the order of the batch
 */
record Receipt(List<Accepted> accepted, List<Rejected> rejected) {
  Receipt {
    accepted = List.copyOf(accepted);
    rejected = List.copyOf(rejected);
  }

  static Receipt of(List<Outcome> outcomes) {
    return new Receipt(only(Accepted.class, outcomes), only(Rejected.class, outcomes));
  }

  private static <T extends Outcome> List<T> only(Class<T> kind, List<Outcome> outcomes) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
