package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.http.Problems;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.Outcome.Rejected;

/** Takes one event at a time, of servers and simple players. */
@RestController
class SingleEventController {
  private final EventReception reception;

  SingleEventController(EventReception reception) {
    this.reception = reception;
  }

  @PostMapping("/api/v1/analytics/view")
  ResponseEntity<?> view(HttpServletRequest request, HttpServletResponse reply) {
    return receive(request, reply, Endpoint.VIEW);
  }

  @PostMapping("/api/v1/analytics/engagement")
  ResponseEntity<?> engagement(HttpServletRequest request, HttpServletResponse reply) {
    return receive(request, reply, Endpoint.ENGAGEMENT);
  }

  @PostMapping("/api/v1/analytics/revenue")
  ResponseEntity<?> revenue(HttpServletRequest request, HttpServletResponse reply) {
    return receive(request, reply, Endpoint.REVENUE);
  }

  private ResponseEntity<?> receive(
      HttpServletRequest request, HttpServletResponse reply, Endpoint endpoint) {
    Receipt receipt = reception.receive(request, reply, endpoint, EnumSet.of(BodyFormat.JSON));
    if (receipt.rejected().isEmpty()) {
      UUID eventId = receipt.accepted().getFirst().eventId();
      return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Reply("accepted", eventId));
    }
    Rejected rejected = receipt.rejected().getFirst();
    return Problems.rejected(rejected.reason().code(), rejected.field(), rejected.detail());
  }

  /**
   * @param status always {@code accepted}
   * @param eventId given or derived
   */
  record Reply(String status, UUID eventId) {}
}
