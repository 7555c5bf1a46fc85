package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.pipeline.Endpoint;

/** Takes beacons of players, which do not wait for more than a status. */
@RestController
class BeaconController {
  private static final String REJECTED = "X-Events-Rejected";

  private final EventReception reception;

  BeaconController(EventReception reception) {
    this.reception = reception;
  }

  @PostMapping("/api/v1/events/beacon")
  ResponseEntity<Void> beacon(HttpServletRequest request, HttpServletResponse reply) {
    Receipt receipt =
        reception.receive(request, reply, Endpoint.BEACON, EnumSet.of(BodyFormat.JSON));
    ResponseEntity.HeadersBuilder<?> done = ResponseEntity.noContent();
    if (!receipt.rejected().isEmpty()) {
      done.header(REJECTED, Integer.toString(receipt.rejected().size()));
    }
    return done.build();
  }
}
