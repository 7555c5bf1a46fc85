package viewstream.ingestion.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.validation.InvalidEventException;

/**
 * What became of many entries.
 *
 * @param accepted number of entries
 * @param rejected number of entries
 * @param errors one for each rejected entry
 */
record CatalogReply(int accepted, int rejected, List<Problem> errors) {
  /**
   * Why one entry was rejected.
   *
   * @param index its line, from 0; empty lines do not count
   * @param code stable
   * @param field at fault, if it is one field's
   * @param message how to mend it
   */
  record Problem(int index, String code, @Nullable String field, String message) {
    static Problem of(int index, InvalidEventException invalid) {
      return new Problem(index, invalid.reason().code(), invalid.field(), invalid.detail());
    }
  }
}
