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
import viewstream.ingestion.body.BodyFormat;
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
   * @param format of lines costs a syntax error no more than its line
   * @throws viewstream.ingestion.http.RefusedException if there are too many
   */
  public static List<Slice> cut(byte[] body, BodyFormat format) {
    return isJson(body) ? cutJson(body, format) : Lines.cut(body);
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
   * Behind a syntax error nobody knows where the next report begins, unless it begins with a line:
   * otherwise the rest is one bad report.
   */
  private static List<Slice> cutJson(byte[] body, BodyFormat format) {
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
          Lines.add(reports, body, start, end);
        }
      }
    } catch (JacksonException broken) {
      if (format == BodyFormat.CMCD) {
        Lines.cut(reports, body, end);
      } else {
        Lines.add(reports, body, end, body.length);
      }
    }
    return reports;
  }
}
