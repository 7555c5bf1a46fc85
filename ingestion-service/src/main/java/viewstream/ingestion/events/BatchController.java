package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
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
      HttpServletResponse reply,
      @RequestParam(name = "dry_run", required = false) @Nullable String dryRun) {
    var formats = EnumSet.of(BodyFormat.JSON, BodyFormat.LINES);
    return isRehearsal(dryRun)
        ? BatchReply.ofRehearsal(reception.rehearse(request, reply, Endpoint.BATCH, formats))
        : BatchReply.of(reception.receive(request, reply, Endpoint.BATCH, formats));
  }

  /** Whoever says anything about it must say it clearly: what is stored cannot be taken back. */
  private static boolean isRehearsal(@Nullable String dryRun) {
    return switch (dryRun) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default ->
          throw new RefusedException(
              Refusal.INVALID_PARAMETER, "dry_run must be true or false, or left out.");
    };
  }

  @PostMapping("/api/v1/events/import")
  BatchReply history(HttpServletRequest request, HttpServletResponse reply) {
    return BatchReply.of(
        reception.receive(request, reply, Endpoint.IMPORT, EnumSet.of(BodyFormat.LINES)));
  }
}
