package viewstream.schema.event;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro, which refuses classes it was not told to trust, that this package's records may be
 * read and written.
 */
public final class TrustedRecords {
  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackage() == TrustedRecords.class.getPackage()));
  }

  private TrustedRecords() {}

  /** Takes effect for the whole process, once. */
  public static void trust() {
    // The static initialiser has done it.
  }
}
