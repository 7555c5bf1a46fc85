package viewstream.ingestion.cmcd;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.keys.Callers;

/** Tells those who run players what these do wrong. */
@RestController
class ConformanceController {
  private final Callers callers;
  private final Conformance conformance;

  ConformanceController(Callers callers, Conformance conformance) {
    this.callers = callers;
    this.conformance = conformance;
  }

  @GetMapping("/api/v1/ingestion/cmcd/conformance")
  ConformanceReply read(HttpServletRequest request) {
    callers.requireServer(request);
    return conformance.report();
  }
}
