package viewstream.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.StatusServlet;
import viewstream.ingestion.running.ApiDocument;
import viewstream.ingestion.running.Ingestion;
import viewstream.ingestion.running.RunningService;
import viewstream.ingestion.validation.RejectReason;

/** The kept document says what the service does. */
@ExtendWith(RunningService.class)
class OpenApiIT {
  private final ApiDocument kept = new ApiDocument();
  private final JsonNode document = kept.root();

  @Test
  void isServedAsItIsKept(Ingestion ingestion) {
    assertThat(ingestion.send(ingestion.request("/openapi.json").GET()).body())
        .isEqualTo(kept.text());
  }

  @Test
  void namesEveryEndpointAndNoOther(Ingestion ingestion) {
    var described = new ArrayList<String>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    Stream<String> dispatched =
        ingestion.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
            .flatMap(OpenApiIT::operations)
            .filter(operation -> !operation.endsWith(" /error"));
    Stream<String> undispatched =
        ingestion.beans(StatusServlet.class).map(servlet -> "POST " + servlet.path());

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(dispatched, undispatched).toList());
  }

  @Test
  void namesEveryCode() {
    Stream<String> codes =
        Stream.concat(
            Arrays.stream(Refusal.values()).map(Refusal::code),
            Arrays.stream(RejectReason.values()).map(RejectReason::code));

    assertThat(texts("/components/schemas/Problem/properties/code/enum"))
        .containsExactlyInAnyOrderElementsOf(codes.distinct().toList());
    assertThat(texts("/components/schemas/EventError/properties/code/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RejectReason.values()).map(RejectReason::code).toList());
  }

  /** Who may call with a key may be refused with all that keys can be refused with. */
  @Test
  void namesWhatAKeyCanBeRefusedWith() {
    var calls =
        document
            .get("paths")
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .filter(call -> !call.get("security").get(0).isEmpty())
            .toList();

    assertThat(calls).isNotEmpty();
    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(call.get("responses").propertyNames())
                    .as(call.get("operationId").stringValue())
                    .contains("401", "410", "503"));
    assertThat(calls)
        .filteredOn(call -> call.has("requestBody"))
        .allSatisfy(
            call ->
                assertThat(call.get("responses").propertyNames())
                    .as(call.get("operationId").stringValue())
                    .contains("400", "408", "413", "415", "429"));
  }

  private List<String> texts(String pointer) {
    return document.at(pointer).valueStream().map(JsonNode::stringValue).toList();
  }

  private static Stream<String> operations(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                mapping.getMethodsCondition().getMethods().isEmpty()
                    ? Stream.of("ANY " + path)
                    : mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + path));
  }
}
