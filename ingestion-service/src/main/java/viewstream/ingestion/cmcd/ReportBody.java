package viewstream.ingestion.cmcd;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.validation.Limits;

/**
 * Cuts a body into reports: lines of structured fields, or JSON – an object, objects one after the
 * other, or arrays of them. What a body is its first character tells, for no line of structured
 * fields begins with a bracket.
 */
public final class ReportBody {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.EVENT_BYTES)
                  .maxNameLength(Limits.INFLATED_BYTES)
                  .maxNumberLength(Limits.INFLATED_BYTES)
                  .maxStringLength(Limits.INFLATED_BYTES)
                  .build())
          .build();

  private ReportBody() {}

  /**
   * The reports in their order; none is read yet.
   *
   * @throws viewstream.ingestion.http.RefusedException if there are too many
   */
  public static List<Slice> cut(byte[] body) {
    return isJson(body) ? cutJson(body) : Lines.cut(body);
  }

  private static boolean isJson(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '[' || b == '{';
      }
    }
    return false;
  }

  /**
   * Behind a syntax error nobody knows where the next report begins: the rest is one bad report.
   */
  private static List<Slice> cutJson(byte[] body) {
    var reports = new ArrayList<Slice>();
    int end = 0;
    try (JsonParser tokens = JSON.createParser(ObjectReadContext.empty(), body)) {
      boolean inArray = false;
      for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        if (token == JsonToken.END_ARRAY || token == JsonToken.START_ARRAY && !inArray) {
          inArray = token == JsonToken.START_ARRAY;
        } else {
          int start = (int) tokens.currentTokenLocation().getByteOffset();
          tokens.skipChildren();
          tokens.finishToken();
          end = (int) tokens.currentLocation().getByteOffset();
          add(reports, body, start, end);
        }
      }
    } catch (JacksonException broken) {
      add(reports, body, end, body.length);
    }
    return reports;
  }

  private static void add(List<Slice> reports, byte[] body, int from, int to) {
    if (reports.size() == Limits.EVENTS) {
      throw Lines.tooMany();
    }
    reports.add(new Slice(reports.size(), body, from, to - from));
  }
}
