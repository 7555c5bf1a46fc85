package viewstream.ingestion.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Answers an origin that is none in the form of all other refusals. */
final class CrossOriginRefusals extends DefaultCorsProcessor {
  private static final byte[] PROBLEM =
      """
      {"status":403,"title":"Forbidden","code":"origin_not_allowed","detail":"The header Origin is not that of a site."}
      """
          .strip()
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void rejectRequest(ServerHttpResponse response) throws IOException {
    response.setStatusCode(HttpStatus.FORBIDDEN);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getBody().write(PROBLEM);
    response.flush();
  }
}
