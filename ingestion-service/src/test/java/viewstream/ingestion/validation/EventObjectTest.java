package viewstream.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class EventObjectTest {
  @Test
  void anIdIsAUuidInEitherCase() {
    String id = "0B8F6a52-7d0c-4c3a-9a51-3f0c6f1e2d4b";

    assertThat(event(id).uuid("event_id")).isEqualTo(UUID.fromString(id));
  }

  /** Of some of these the JDK would make the same id as of another text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d4",
        "a00000000-0000-4000-8000-00000000001",
        "+0000001-0001-4001-8001-000000000001",
        "0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d4g",
        "0b8f6a527d0c4c3a9a513f0c6f1e2d4b0000",
        "{0b8f6a52-7d0c-4c3a-9a51-3f0c6f1e2d}",
      })
  void anIdOfAnotherFormIsNone(String id) {
    assertThatThrownBy(() -> event(id).uuid("event_id")).isInstanceOf(InvalidEventException.class);
  }

  private static EventObject event(String id) {
    return new EventObject(JsonNodeFactory.instance.objectNode().put("event_id", id));
  }
}
