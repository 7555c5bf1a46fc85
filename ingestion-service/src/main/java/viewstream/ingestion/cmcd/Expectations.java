package viewstream.ingestion.cmcd;

import java.util.List;

/** What the standard wants of a report beyond what it needs to be of use. */
final class Expectations {
  /** The version whose names and meanings are read. */
  private static final Value VERSION = new Value.Whole(2);

  private static final List<String> ALWAYS = List.of("ts", "cid", "sid", "v");

  private Expectations() {}

  /** Notes what is missing. */
  static void check(String event, Report report) {
    Findings findings = report.findings();
    Event known = Event.of(event);
    if (known == null) {
      findings.add(Issue.UNKNOWN_EVENT, event);
    } else if (known.needs() != null) {
      require(known.needs(), report);
    }
    ALWAYS.forEach(key -> require(key, report));
    Value version = report.value("v");
    if (version != null && !version.equals(VERSION)) {
      findings.add(Issue.VERSION, "v", version);
    }
  }

  private static void require(String key, Report report) {
    Value value = report.value(key);
    if (value == null || value instanceof Value.Text text && text.text().isBlank()) {
      report.findings().add(Issue.MISSING_KEY, key);
    }
  }
}
