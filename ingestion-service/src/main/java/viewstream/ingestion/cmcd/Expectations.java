package viewstream.ingestion.cmcd;

/** What the standard wants of a report beyond what it needs to be of use. */
final class Expectations {
  /** The version whose names and meanings are read. */
  private static final Value VERSION = new Value.Whole(2);

  private Expectations() {}

  /** Notes what is missing. */
  static void check(String event, Report report) {
    Findings findings = report.findings();
    Event known = Event.of(event);
    if (known == null) {
      findings.add(Issue.UNKNOWN_EVENT, event);
    } else if (known.needs() != null && report.value(known.needs()) == null) {
      findings.add(Issue.MISSING_KEY, known.needs());
    }
    if (report.value("sid") == null) {
      findings.add(Issue.MISSING_KEY, "sid");
    }
    Value version = report.value("v");
    if (version == null) {
      findings.add(Issue.MISSING_KEY, "v");
    } else if (!version.equals(VERSION)) {
      findings.add(Issue.VERSION, "v", version);
    }
  }
}
