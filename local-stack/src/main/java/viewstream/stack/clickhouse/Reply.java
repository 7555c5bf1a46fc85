package viewstream.stack.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Writes the answer to one statement in the form drivers expect.
 *
 * <p>A body is closed only when it is complete: after a failure in its middle the connection is
 * cut, so that no client takes half a result for a whole one.
 */
final class Reply {

  private final Request request;
  private final Response response;
  private final Compression compression;
  private final long startedNanos = System.nanoTime();

  Reply(Request request, Response response, Compression compression) {
    this.request = request;
    this.response = response;
    this.compression = compression;
  }

  /** The headers every answer carries. */
  void identify(EngineIdentity engine, StatementRequest statement) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("X-ClickHouse-Server-Display-Name", EngineIdentity.DISPLAY_NAME);
    headers.put("X-ClickHouse-Query-Id", statement.queryId());
    headers.put(
        "X-ClickHouse-Timezone",
        statement.session().settings().getOrDefault("session_timezone", engine.timeZone()));
  }

  /** Answers a statement that gives no rows. */
  void done(Summary summary) throws IOException {
    head(summary, ResultFormat.DEFAULT);
    body().close();
  }

  /** Answers with a result that is complete. */
  void whole(QueryResult result, ResultFormat format) throws IOException {
    head(result.summary(), format);
    OutputStream out = body();
    result.writeTo(out, 0);
    out.close();
  }

  /** Answers with a result that is still growing. */
  void stream(ResultStream results, ResultFormat format) throws IOException, EngineException {
    try (QueryResult first = results.next();
        QueryResult second = first == null ? null : results.next()) {
      // Only of a result in one block are the figures known before the head is written.
      head(first == null || second != null ? Summary.NONE : first.summary(), format);
      OutputStream out = body();
      if (first != null) {
        first.writeTo(out, 0);
      }
      if (second != null) {
        writeNext(second, format, out);
        for (QueryResult next = results.next(); next != null; next = results.next()) {
          try (QueryResult block = next) {
            writeNext(block, format, out);
          }
        }
      }
      out.close();
    }
  }

  private static void writeNext(QueryResult block, ResultFormat format, OutputStream out)
      throws IOException {
    block.writeTo(out, format.repeatedBytes(block.bytes()));
  }

  /** Answers with an error; false when the answer has begun and cannot be taken back. */
  boolean error(EngineException error, EngineIdentity engine) throws IOException {
    if (response.isCommitted()) {
      return false;
    }
    response.setStatus(status(error.code()));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=UTF-8");
    response.getHeaders().put("X-ClickHouse-Exception-Code", error.code());
    OutputStream out = body();
    out.write(engine.sign(error.getMessage()).getBytes(StandardCharsets.UTF_8));
    out.close();
    return true;
  }

  private void head(Summary summary, ResultFormat format) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, format.contentType());
    headers.put("X-ClickHouse-Format", format.name());
    headers.put("X-ClickHouse-Summary", summary.toJson(System.nanoTime() - startedNanos));
  }

  private OutputStream body() throws IOException {
    String encoding = compression.contentEncoding();
    if (encoding != null) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, encoding);
    }
    return compression.encode(Response.asBufferedOutputStream(request, response));
  }

  /** As ClickHouse's own server maps its codes. */
  private static int status(int code) {
    return switch (code) {
      case 6, 25, 26, 27, 36, 38, 41, 43, 44, 53, 62, 72, 321, 427, 467 -> 400;
      case 46, 47, 50, 56, 60, 63, 73, 78, 81, 115 -> 404;
      case 159 -> 408;
      case 223 -> 413;
      case 48 -> 501;
      case 209, 439 -> 503;
      default -> 500;
    };
  }
}
