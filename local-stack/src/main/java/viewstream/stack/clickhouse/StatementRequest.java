package viewstream.stack.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A request of ClickHouse's HTTP protocol, taken apart.
 *
 * @param query the statement, or its beginning, in the URL; the body follows it
 * @param queryId as given, or a new one
 * @param session database and settings
 * @param parameters values of {@code param_name}
 * @param format the format of the result unless the statement names one
 * @param requestCoding the body's {@code Content-Encoding}
 * @param requestBlocks whether ClickHouse's own blocks are inside
 * @param response how the reply shall be compressed
 */
record StatementRequest(
    String query,
    String queryId,
    Session session,
    Parameters parameters,
    ResultFormat format,
    Compression requestCoding,
    Compression requestBlocks,
    Compression response) {

  private static final String PARAMETER_PREFIX = "param_";

  /** URL parameters that are not settings of the engine. There are no users, so all may enter. */
  private static final Set<String> OURS =
      Set.of(
          "query",
          "query_id",
          "database",
          "default_format",
          "user",
          "password",
          "role",
          "quota_key",
          "compress",
          "decompress",
          "enable_http_compression",
          "http_zlib_compression_level",
          "buffer_size",
          "wait_end_of_query",
          "stacktrace",
          "client_protocol_version",
          "send_progress_in_http_headers",
          // Every insert waits until its rows are stored, which is what waiting for these means.
          "async_insert",
          "wait_for_async_insert");

  static StatementRequest of(Request request, Map<String, String> defaults) throws EngineException {
    Fields url = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    Map<String, String> settings = new TreeMap<>(defaults);
    Map<String, String> parameters = new TreeMap<>();
    if (HttpMethod.GET.is(request.getMethod())) {
      settings.put("readonly", "2");
    }
    for (Fields.Field field : url) {
      String name = field.getName();
      if (name.equals("session_id")) {
        throw EngineException.of(
            EngineException.NOT_IMPLEMENTED,
            "The embedded engine has no HTTP sessions; leave session_id out",
            "NOT_IMPLEMENTED");
      } else if (name.startsWith(PARAMETER_PREFIX)) {
        parameters.put(name.substring(PARAMETER_PREFIX.length()), field.getValue());
      } else if (!OURS.contains(name)) {
        settings.put(name, field.getValue());
      }
    }
    return new StatementRequest(
        first(url.getValue("query"), ""),
        first(
            url.getValue("query_id"),
            header(request, "X-ClickHouse-Query-Id"),
            UUID.randomUUID().toString()),
        new Session(
            first(url.getValue("database"), header(request, "X-ClickHouse-Database"), "default"),
            settings),
        Parameters.of(parameters),
        new ResultFormat(
            first(
                header(request, "X-ClickHouse-Format"),
                url.getValue("default_format"),
                ResultFormat.DEFAULT.name())),
        Compression.ofContentEncoding(request.getHeaders().get(HttpHeader.CONTENT_ENCODING)),
        isOn(url, "decompress") ? Compression.BLOCKS : Compression.NONE,
        responseCompression(request, url));
  }

  /** The statement's bytes: what stands in the URL, a line end, the body. */
  InputStream open(InputStream body) throws IOException {
    InputStream decoded = requestBlocks.decode(requestCoding.decode(body));
    return query.isEmpty()
        ? decoded
        : new SequenceInputStream(
            new ByteArrayInputStream((query + "\n").getBytes(StandardCharsets.UTF_8)), decoded);
  }

  private static Compression responseCompression(Request request, Fields url) {
    if (isOn(url, "compress")) {
      return Compression.BLOCKS;
    }
    return isOn(url, "enable_http_compression")
        ? Compression.ofAcceptEncoding(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))
        : Compression.NONE;
  }

  private static boolean isOn(Fields url, String name) {
    String value = url.getValue(name);
    return "1".equals(value) || "true".equals(value);
  }

  private static @Nullable String header(Request request, String name) {
    return request.getHeaders().get(name);
  }

  private static String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
