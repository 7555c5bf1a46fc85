package viewstream.schema.registry;

/** The schema registry did not answer, or not well: trying again may help. */
public final class RegistryUnavailableException extends RuntimeException {
  RegistryUnavailableException(String wanted, Throwable cause) {
    super("Could not " + wanted + " at the schema registry: " + cause.getMessage(), cause);
  }
}
