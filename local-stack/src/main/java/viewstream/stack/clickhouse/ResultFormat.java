package viewstream.stack.clickhouse;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;

/**
 * How result formats behave when the engine writes them block by block.
 *
 * <p>The engine begins every block as if it were a result of its own. That is harmless for formats
 * without head and tail, can be repaired for {@code RowBinaryWithNamesAndTypes}, which the Java
 * drivers ask for, and spoils all others: their results are not streamed.
 */
record ResultFormat(String name) {

  /** What a server answers in when nobody says otherwise. */
  static final ResultFormat DEFAULT = new ResultFormat("TabSeparated");

  private static final String WITH_HEADER = "rowbinarywithnamesandtypes";
  private static final Set<String> SEAMLESS =
      Set.of(
          "tabseparated",
          "tsv",
          "tabseparatedraw",
          "tsvraw",
          "csv",
          "jsoneachrow",
          "jsonlines",
          "ndjson",
          "jsoncompacteachrow",
          "rowbinary",
          "native",
          "values");

  boolean streams() {
    return SEAMLESS.contains(key()) || key().equals(WITH_HEADER);
  }

  /** How many bytes at the start of every block but the first must be left out. */
  int repeatedBytes(ByteBuffer block) {
    return key().equals(WITH_HEADER) ? headerBytes(block) : 0;
  }

  String contentType() {
    String key = key();
    if (key.startsWith("json")) {
      return key.contains("eachrow")
          ? "application/x-ndjson; charset=UTF-8"
          : "application/json; charset=UTF-8";
    }
    if (key.startsWith("csv")) {
      return "text/csv; charset=UTF-8";
    }
    if (key.startsWith("tabseparated") || key.startsWith("tsv")) {
      return "text/tab-separated-values; charset=UTF-8";
    }
    return key.startsWith("rowbinary") || key.equals("native") || key.equals("parquet")
        ? "application/octet-stream"
        : "text/plain; charset=UTF-8";
  }

  /** The engine does not mind the case of a format's name. */
  private String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A count, then as many names and as many types, each with its length before it. */
  private static int headerBytes(ByteBuffer in) {
    long texts = 2 * varint(in);
    for (long i = 0; i < texts; i++) {
      int length = (int) varint(in);
      in.position(in.position() + length);
    }
    return in.position();
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
