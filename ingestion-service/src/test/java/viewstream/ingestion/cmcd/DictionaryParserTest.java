package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.cmcd.Dictionaries.findings;
import static viewstream.ingestion.cmcd.Dictionaries.parse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.cmcd.Value.Item;

class DictionaryParserTest {
  @Test
  void readsEveryType() {
    Report report =
        parse("a=-5,b=1.25,c=\"x, \\\"y\\\\\",d=to/ken:1,e,f=?0,g=(2500;v 128;a),h=:aGk=:");

    assertThat(findings(report.findings())).isEmpty();
    assertThat(report.value("a")).isEqualTo(new Value.Whole(-5));
    assertThat(report.value("b")).isEqualTo(new Value.Fraction(1.25));
    assertThat(report.value("c")).isEqualTo(new Value.Text("x, \"y\\"));
    assertThat(report.value("d")).isEqualTo(new Value.Token("to/ken:1"));
    assertThat(report.value("e")).isEqualTo(new Value.Flag(true));
    assertThat(report.value("f")).isEqualTo(new Value.Flag(false));
    assertThat(report.value("g"))
        .isEqualTo(
            new Value.Items(
                List.of(
                    new Item(new Value.Whole(2500), Map.of("v", new Value.Flag(true))),
                    new Item(new Value.Whole(128), Map.of("a", new Value.Flag(true))))));
    assertThat(report.value("h")).isEqualTo(new Value.Other("aGk="));
  }

  @Test
  void takesBlanksAroundMembersAndTextInUtf8() {
    Report report = parse("a=1 ,\t b=\"Größe\" , c ");

    assertThat(findings(report.findings())).isEmpty();
    assertThat(report.members()).containsOnlyKeys("a", "b", "c");
    assertThat(report.value("b")).isEqualTo(new Value.Text("Größe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "x=",
        "x=1.",
        "x=-",
        "x=1e999",
        "x=(1 2",
        "x=(1,2)",
        "x=(1;v(2))",
        "x=\"a\\b\"",
        "x=\"tab\there\"",
        "x=?2",
        "x=:no base64:",
        "x=@soon",
        "x=%7B",
        "x=1 y=2",
        "x;=1",
        "X=1",
        "=1",
        "\u0000",
        "x=99999999999999999999",
        "x=\"sid=5,e=t\"junk",
        "Com.x-t=\"a \\\"b,sid=5,e=t\"",
      })
  void aBrokenMemberDoesNotHurtItsNeighbours(String broken) {
    Report report = parse("before=1," + broken + ",after=(1;v 2),last=\"x\"");

    assertThat(report.members()).containsKeys("before", "after", "last");
    assertThat(report.members()).doesNotContainKeys("x", "sid", "e", "t");
    assertThat(findings(report.findings())).isNotEmpty().allMatch(it -> it.startsWith("malformed"));
  }

  @Test
  void aCommaWithNothingBehindItIsNoted() {
    assertThat(parse("e=t,sn=1,").members()).containsOnlyKeys("e", "sn");
    assertThat(findings(parse("e=t,sn=1, ").findings())).containsExactly("malformed");
  }

  /** Were it looked for again from each of them, this would take minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"\\\"", "\\\",x=$", "\""})
  @Timeout(10)
  void quotesThatAreNeverClosedAreLookedForOnce(String quote) {
    String line = "e=t,x=$\"" + quote.repeat(100_000);

    for (int i = 0; i < 20; i++) {
      assertThat(parse(line).value("e")).isEqualTo(new Value.Token("t"));
    }
  }

  @Test
  void aTextThatIsNeverClosedTakesTheRestWithIt() {
    assertThat(parse("e=ps,cid=\"a,b").members()).containsOnlyKeys("e");
  }

  @Test
  void ofAKeyThatStandsTwiceTheLastValueHolds() {
    Report report = parse("sn=1,e=t,sn=2");

    assertThat(report.value("sn")).isEqualTo(new Value.Whole(2));
    assertThat(findings(report.findings())).containsExactly("duplicate_key sn");
  }

  @ParameterizedTest
  @CsvSource({"1.23456,1.23456", "100000000000000000,1.0E17"})
  void takesMoreDigitsThanTheRfc(String said, double meant) {
    Value value = parse("x=" + said).value("x");

    double number =
        switch (value) {
          case Value.Whole whole -> whole.number();
          case Value.Fraction fraction -> fraction.number();
          case null, default -> Double.NaN;
        };
    assertThat(number).isEqualTo(meant);
  }
}
