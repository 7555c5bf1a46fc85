package viewstream.ingestion.cmcd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import viewstream.ingestion.body.Slice;

/** Reads lines the way the service does. */
final class Dictionaries {
  private Dictionaries() {}

  static Report parse(String line) {
    return DictionaryParser.parse(
        Slice.whole(line.getBytes(StandardCharsets.UTF_8)), new Findings());
  }

  /** What was found in a report: {@code issue key kind}. */
  static List<String> findings(Findings findings) {
    var found = new ArrayList<String>();
    findings.forEach(
        finding ->
            found.add(
                (finding.issue().code() + ' ' + finding.key() + ' ' + finding.kind()).strip()));
    return found;
  }
}
