package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import viewstream.schema.event.Cmcd;

class KeyTest {
  @Test
  void everyKeyHasAFieldOfItsTypeAndEveryFieldAKey() {
    var fields =
        Cmcd.getClassSchema().getFields().stream()
            .filter(field -> !field.name().equals("custom"))
            .collect(Collectors.toMap(Schema.Field::name, Schema.Field::schema));

    assertThat(Key.names()).isEqualTo(fields.keySet());
    fields.forEach((name, schema) -> assertThat(type(schema)).as(name).isEqualTo(wanted(name)));
  }

  private static String wanted(String name) {
    return switch (Key.of(name).type()) {
      case WHOLE -> "long";
      case NUMBER -> "double";
      case FLAG -> "boolean";
      case TEXT, WORD -> "string";
      case NUMBERS -> "list of CmcdNumber";
      case TEXTS -> "list of string";
      case OBJECTS -> "list of CmcdObject";
    };
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1));
      case ARRAY -> "list of " + schema.getElementType().getName();
      default -> schema.getName();
    };
  }
}
