package viewstream.rollup.clickhouse;

import org.jspecify.annotations.Nullable;

/** ClickHouse refused a statement or did not answer; the message says which, in one sentence. */
public final class ClickHouseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClickHouseException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
