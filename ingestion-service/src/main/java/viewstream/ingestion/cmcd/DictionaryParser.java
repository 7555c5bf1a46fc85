package viewstream.ingestion.cmcd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.cmcd.Value.Item;

/**
 * Reads a dictionary of RFC 8941 the way a report needs it: a member that breaks the syntax is left
 * out, and reading goes on behind the next comma. A strict reader gives up the whole line there.
 *
 * <p>Beyond the RFC it takes text in UTF-8 and numbers of any number of digits, which players send.
 * Not safe for use by many threads; made for one line.
 */
final class DictionaryParser {
  private final Cursor at;
  private final BareItems bare;
  private final Findings findings;

  private DictionaryParser(String line, Findings findings) {
    this.at = new Cursor(line);
    this.bare = new BareItems(at);
    this.findings = findings;
  }

  /**
   * Reads one line, whatever it is.
   *
   * @param findings get what was left out
   */
  static Report parse(Slice raw, Findings findings) {
    var line = new String(raw.body(), raw.offset(), raw.length(), StandardCharsets.UTF_8);
    return new DictionaryParser(line, findings).members();
  }

  private Report members() {
    var members = new LinkedHashMap<String, Item>();
    at.skipBlanks();
    while (!at.atEnd()) {
      member(members);
      at.skipBlanks();
    }
    return new Report(members, findings);
  }

  /** Reads one member and the comma behind it. */
  private void member(Map<String, Item> members) {
    String key = "";
    try {
      key = at.key();
      Item item = at.take('=') ? value() : new Item(new Value.Flag(true), parameters());
      at.skipBlanks();
      boolean last = at.atEnd();
      if (!last && !at.take(',')) {
        throw MalformedException.INSTANCE;
      }
      at.skipBlanks();
      if (!last && at.atEnd()) {
        findings.add(Issue.MALFORMED, ""); // a comma with nothing behind it
      }
      if (members.put(key, item) != null) {
        findings.add(Issue.DUPLICATE_KEY, key);
      }
    } catch (MalformedException malformed) {
      findings.add(Issue.MALFORMED, key);
      at.skipMember();
    }
  }

  private Item value() throws MalformedException {
    return at.take('(') ? innerList() : item();
  }

  private Item innerList() throws MalformedException {
    List<Item> items = new ArrayList<>();
    while (true) {
      at.skipSpaces();
      if (at.take(')')) {
        return new Item(new Value.Items(items), parameters());
      }
      items.add(item());
      if (!at.next(' ') && !at.next(')')) {
        throw MalformedException.INSTANCE;
      }
    }
  }

  private Item item() throws MalformedException {
    return new Item(bare.read(), parameters());
  }

  private Map<String, Value> parameters() throws MalformedException {
    if (!at.next(';')) {
      return Map.of();
    }
    var parameters = new LinkedHashMap<String, Value>();
    while (at.take(';')) {
      at.skipSpaces();
      String key = at.key();
      parameters.put(key, at.take('=') ? bare.read() : new Value.Flag(true));
    }
    return parameters;
  }
}
