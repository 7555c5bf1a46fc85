package viewstream.ingestion.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.publish.RecordFields;

/**
 * What became of a batch.
 *
 * @param accepted number of events
 * @param rejected number of events
 * @param errors one for each rejected event
 * @param events of a dry run, what would have been stored
 */
record BatchReply(
    int accepted,
    int rejected,
    List<EventError> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Map<String, Object>> events) {
  static BatchReply of(Receipt receipt) {
    return new BatchReply(
        receipt.accepted().size(), receipt.rejected().size(), errors(receipt), null);
  }

  static BatchReply ofRehearsal(Receipt receipt) {
    return new BatchReply(
        receipt.accepted().size(),
        receipt.rejected().size(),
        errors(receipt),
        receipt.accepted().stream()
            .filter(Accepted.class::isInstance)
            .map(Accepted.class::cast)
            .map(event -> RecordFields.of(event.record()))
            .toList());
  }

  private static List<EventError> errors(Receipt receipt) {
    return receipt.rejected().stream().map(EventError::of).toList();
  }
}
