package viewstream.schema.registry;

/**
 * A schema cannot read what earlier schemas of its subject wrote: a mistake in the schema, no retry
 * helps.
 */
public final class IncompatibleSchemaException extends RuntimeException {
  IncompatibleSchemaException(String subject, Throwable cause) {
    super(
        "The schema is incompatible with earlier ones of "
            + subject
            + ": give new fields a default and keep old types. "
            + cause.getMessage(),
        cause);
  }
}
