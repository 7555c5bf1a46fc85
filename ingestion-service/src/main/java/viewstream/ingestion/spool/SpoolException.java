package viewstream.ingestion.spool;

import org.jspecify.annotations.Nullable;

/** The spool did not take records: it is full, its disk is, or it is closed. None is kept. */
public final class SpoolException extends RuntimeException {
  SpoolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
