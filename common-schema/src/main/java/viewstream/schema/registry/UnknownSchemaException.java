package viewstream.schema.registry;

/** A record names a schema that the registry does not know: the record is poison. */
public final class UnknownSchemaException extends RuntimeException {
  UnknownSchemaException(int id, Throwable cause) {
    super("The schema registry knows no schema " + id, cause);
  }
}
