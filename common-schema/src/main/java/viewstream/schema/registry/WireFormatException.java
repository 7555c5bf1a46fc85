package viewstream.schema.registry;

/**
 * Bytes are not a record in the Confluent wire format, or not of the expected type: the record is
 * poison.
 */
public final class WireFormatException extends RuntimeException {
  WireFormatException(String message) {
    super(message);
  }

  WireFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
