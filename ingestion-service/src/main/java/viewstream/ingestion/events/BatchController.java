package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.pipeline.Endpoint;

/** Takes batches of callers that want to know what became of each event. */
@RestController
class BatchController {
  private final EventReception reception;

  BatchController(EventReception reception) {
    this.reception = reception;
  }

  @PostMapping("/api/v1/events/batch")
  BatchReply batch(
      HttpServletRequest request,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    var formats = EnumSet.allOf(BodyFormat.class);
    return dryRun
        ? BatchReply.ofRehearsal(reception.rehearse(request, Endpoint.BATCH, formats))
        : BatchReply.of(reception.receive(request, Endpoint.BATCH, formats));
  }

  @PostMapping("/api/v1/events/import")
  BatchReply history(HttpServletRequest request) {
    return BatchReply.of(reception.receive(request, Endpoint.IMPORT, EnumSet.of(BodyFormat.LINES)));
  }
}
