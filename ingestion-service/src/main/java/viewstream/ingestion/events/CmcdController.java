package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes reports of players that speak CMCD. They look at nothing but the status, and some give a
 * target up for good after a 4xx: a bad report is no reason for one.
 */
@RestController
class CmcdController {
  private final EventReception reception;

  CmcdController(EventReception reception) {
    this.reception = reception;
  }

  @PostMapping("/api/v1/cmcd/{write_key}")
  ResponseEntity<Void> report(
      HttpServletRequest request,
      HttpServletResponse reply,
      @PathVariable("write_key") String writeKey) {
    reception.receiveCmcd(request, reply, writeKey);
    return ResponseEntity.noContent().build();
  }
}
