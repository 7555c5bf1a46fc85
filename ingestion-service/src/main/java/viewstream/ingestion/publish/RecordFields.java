package viewstream.ingestion.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Shows an Avro record as nested fields, under the names of its schema. */
public final class RecordFields {
  private RecordFields() {}

  /** The record's fields that have a value; times as ISO-8601, hashes as hexadecimal text. */
  public static Map<String, Object> of(IndexedRecord record) {
    var fields = new LinkedHashMap<String, Object>();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = shown(record.get(field.pos()), field);
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return fields;
  }

  private static @Nullable Object shown(@Nullable Object value, Schema.Field field) {
    return switch (value) {
      case null -> null;
      case IndexedRecord nested -> of(nested);
      case List<?> list -> list.stream().map(item -> shown(item, field)).toList();
      case Enum<?> symbol -> symbol.name();
      case Long hash when isHash(field) -> Long.toHexString(hash);
      case java.time.Instant time -> time.toString();
      default -> value;
    };
  }

  /** Hashes use all 64 bits, more than a JSON number may. */
  private static boolean isHash(Schema.Field field) {
    return field.name().equals("viewer_id") || field.name().equals("body_hash");
  }
}
