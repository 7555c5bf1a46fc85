package viewstream.ingestion.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.http.StatusServlet;
import viewstream.ingestion.pipeline.Endpoint;

/** Takes beacons of players, which do not wait for more than a status. */
@Component
@ServletRegistration(urlMappings = BeaconServlet.PATH, loadOnStartup = 1)
final class BeaconServlet extends StatusServlet {
  static final String PATH = "/api/v1/events/beacon";

  private static final String REJECTED = "X-Events-Rejected";

  private final transient EventReception reception;

  BeaconServlet(
      EventReception reception,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      MeterRegistry meters) {
    super(PATH, problems, meters);
    this.reception = reception;
  }

  @Override
  protected void take(HttpServletRequest request, HttpServletResponse reply) {
    Receipt receipt =
        reception.receive(request, reply, Endpoint.BEACON, EnumSet.of(BodyFormat.JSON));
    if (!receipt.rejected().isEmpty()) {
      reply.setIntHeader(REJECTED, receipt.rejected().size());
    }
  }
}
