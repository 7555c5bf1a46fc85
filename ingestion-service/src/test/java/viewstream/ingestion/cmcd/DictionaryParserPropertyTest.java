package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.cmcd.Dictionaries.findings;
import static viewstream.ingestion.cmcd.Dictionaries.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.DecimalItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.greenbytes.http.sfv.TokenItem;
import org.greenbytes.http.sfv.Type;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.cmcd.Value.Item;

/** The forgiving reader against a strict one of somebody else's. */
class DictionaryParserPropertyTest {
  private static final int LINES = 200_000;
  private static final String[] PIECES = {
    "e=ps",
    "sta=p",
    "ts=1760000000000",
    "sn=0",
    "br=(2500;v 128;a)",
    "bl=(21300)",
    "pr=1.25",
    "bg",
    "bg=?0",
    "cid=\"a b\"",
    "sid=\"6e2f\"",
    "ec=(\"E1\" \"E2\")",
    "nor=(\"7.m4s\";r=\"0-9\")",
    "com.example-x=\"1\"",
    "\"",
    "(",
    ")",
    ",",
    ";",
    "=",
    " ",
    "\t",
    "a",
    "*b",
    "?1",
    ":aGk=:",
    "-1",
    "0.5",
    "\\",
    "é",
    "x=1;y=2;z",
    "x=tok/en",
    "X",
    ".",
    "\u0000",
  };

  @Test
  void whereTheStrictReaderIsContentBothReadTheSame() {
    var random = new Random(20260301);
    int content = 0;
    for (int i = 0; i < LINES; i++) {
      String line = line(random);
      Dictionary strict = strictly(line);
      if (strict != null) {
        content++;
        Report report = parse(line);
        assertThat(report.members()).as(line).isEqualTo(members(strict));
        assertThat(findings(report.findings()))
            .as(line)
            .allMatch(found -> found.startsWith("duplicate_key"));
      }
    }
    assertThat(content).as("lines that both could read").isGreaterThan(LINES / 20);
  }

  @Test
  void whateverStandsBetweenThemGoodMembersAreFound() {
    var random = new Random(7);
    for (int i = 0; i < LINES; i++) {
      String junk = line(random);
      if (junk.chars().filter(c -> c == '"').count() % 2 == 0) {
        String line = "good-first=1," + junk + ",good-last=(1;v)";

        assertThat(parse(line).members()).as(line).containsKeys("good-first", "good-last");
      }
    }
  }

  private static String line(Random random) {
    var line = new StringBuilder();
    for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
      line.append(PIECES[random.nextInt(PIECES.length)]);
      if (parts > 1 && random.nextInt(4) > 0) {
        line.append(',');
      }
    }
    return line.toString();
  }

  private static Dictionary strictly(String line) {
    try {
      return Parser.parseDictionary(line);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  private static Map<String, Item> members(Dictionary dictionary) {
    var members = new LinkedHashMap<String, Item>();
    dictionary.get().forEach((key, value) -> members.put(key, item(value)));
    return members;
  }

  private static Item item(Type<?> type) {
    return switch (type) {
      case InnerList list ->
          new Item(
              new Value.Items(list.get().stream().map(DictionaryParserPropertyTest::item).toList()),
              parameters(list.getParams()));
      case org.greenbytes.http.sfv.Item<?> item ->
          new Item(value(item), parameters(item.getParams()));
      default -> throw new AssertionError(type);
    };
  }

  private static Map<String, Value> parameters(org.greenbytes.http.sfv.Parameters parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  private static Value value(Type<?> item) {
    return switch (item) {
      case IntegerItem whole -> new Value.Whole(whole.getAsLong());
      case DecimalItem decimal -> new Value.Fraction(decimal.get().doubleValue());
      case StringItem text -> new Value.Text(text.get());
      case TokenItem token -> new Value.Token(token.get());
      case BooleanItem flag -> new Value.Flag(flag.get());
      case ByteSequenceItem bytes -> new Value.Other(bytes.serialize().replace(":", ""));
      default -> throw new AssertionError(item);
    };
  }
}
