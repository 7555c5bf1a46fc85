package viewstream.ingestion.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of this API, which is kept by hand beside the sources. */
@RestController
class OpenApiController {
  private final Resource document = new ClassPathResource("viewstream/ingestion/openapi.json");

  @GetMapping("/openapi.json")
  ResponseEntity<Resource> read() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
  }
}
