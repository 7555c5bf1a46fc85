package viewstream.ingestion.cmcd;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.cmcd.Value.Item;
import viewstream.schema.event.Cmcd;

/** The keys that a report carried, as typed fields. */
final class CmcdFields {
  /** These are fields of the event itself. */
  private static final Set<String> ELSEWHERE_IN_EVENT = Set.of("ts", "cid");

  private static final int MOST_CUSTOM = 16;

  private CmcdFields() {}

  /**
   * Takes all that can be understood, and notes the rest.
   *
   * @param event what made the player report
   */
  static Cmcd read(Report report, String event) {
    var values = new Values(report.findings());
    Cmcd fields = empty();
    fields.setE(event);
    for (String name : report.keys()) {
      Item member = report.members().get(name);
      Key key = Key.of(name);
      Key responses = Key.ofResponse(name);
      if (misplaced(name, event)) {
        report.findings().add(Issue.MISPLACED_KEY, name);
      } else if (responses != null) {
        values.read(responses, member); // noted if it is wrong; there is no field for it
      } else if (key != null) {
        put(key, values.read(key, member), fields);
      } else if (Key.custom(name)) {
        custom(name, member, fields, report.findings());
      } else if (!ELSEWHERE_IN_EVENT.contains(name)) {
        report.findings().add(Issue.UNKNOWN_KEY, name);
      }
    }
    return fields;
  }

  private static Cmcd empty() {
    var fields = new Cmcd();
    Key.lists().forEach(list -> fields.put(list.position(), List.of()));
    fields.setCustom(new HashMap<>());
    return fields;
  }

  /** The name of a custom event says nothing about any other, nor does what a response was. */
  private static boolean misplaced(String name, String event) {
    return Key.ofRequest(name)
        || Key.ofResponse(name) != null && !event.equals(Event.RESPONSE)
        || name.equals("cen") && !event.equals(Event.CUSTOM);
  }

  private static void put(Key key, @Nullable Object value, Cmcd fields) {
    if (value != null) {
      fields.put(key.position(), value);
    }
  }

  private static void custom(String name, Item member, Cmcd fields, Findings findings) {
    String value = text(member.value());
    if (value == null) {
      findings.add(Issue.WRONG_TYPE, name, member.value());
    } else if (value.length() > Values.LONGEST_WORD || name.length() > Values.LONGEST_WORD) {
      findings.add(Issue.TOO_LONG, name);
    } else if (fields.getCustom().size() == MOST_CUSTOM) {
      findings.add(Issue.TOO_MANY_CUSTOM_KEYS, name);
    } else {
      fields.getCustom().put(name, value);
    }
  }

  private static @Nullable String text(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.Token token -> token.text();
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Fraction fraction -> Double.toString(fraction.number());
      case Value.Flag flag -> Boolean.toString(flag.flag());
      case Value.Other other -> other.raw();
      case Value.Items items -> null;
    };
  }
}
