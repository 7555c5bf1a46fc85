package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.CmcdObject;
import viewstream.schema.event.PlaybackEvent;

/** What becomes of the values of a report. */
class CmcdFieldsTest {
  private final Reports reports = new Reports();

  @Test
  void keepWhatWasSaid() {
    var said =
        reports
            .published(
                "e=t,br=(2500;v 128;a),bl=(21300;ot=v),mtp=(25400),bs,bg=?0,dfa=3,st=ll,"
                    + "nor=(\"7.m4s\";r=\"0-99\"),com.example-x=\"1\",com.example-y=2,com.example-z")
            .getCmcd();

    assertThat(said.getBr()).containsExactly(new CmcdNumber(2500L, "v"), new CmcdNumber(128L, "a"));
    assertThat(said.getBl()).containsExactly(new CmcdNumber(21_300L, "v"));
    assertThat(said.getMtp()).containsExactly(new CmcdNumber(25_400L, null));
    assertThat(said.getBs()).isTrue();
    assertThat(said.getBg()).isFalse();
    assertThat(said.getDfa()).isEqualTo(3);
    assertThat(said.getSt()).isEqualTo("ll");
    assertThat(said.getSn()).isEqualTo(3);
    assertThat(said.getV()).isEqualTo(2);
    assertThat(said.getNor()).containsExactly(new CmcdObject("7.m4s", "0-99"));
    assertThat(said.getCustom())
        .isEqualTo(Map.of("com.example-x", "1", "com.example-y", "2", "com.example-z", "true"));
    assertThat(reports.issues()).isEmpty();
  }

  @Test
  void ofAnotherTypeAreTakenIfTheyCanMeanOneThing() {
    var said =
        reports.published("e=t,br=900.4,sn=3.0,bg=1,cdn=first,msd=(412),sta=\"p\"").getCmcd();

    assertThat(said.getBr()).containsExactly(new CmcdNumber(900L, null));
    assertThat(said.getSn()).isEqualTo(3);
    assertThat(said.getBg()).isTrue();
    assertThat(said.getCdn()).isEqualTo("first");
    assertThat(said.getMsd()).isEqualTo(412);
    assertThat(reports.issues())
        .contains("loose_type br decimal", "loose_type cdn token", "loose_type msd list");
  }

  @Test
  void badOnesDoNotHurtTheirNeighbours() {
    var said = reports.published("e=t,br=(x;v 128;a),bl=,bg=maybe,pt=\"5\",msd=412").getCmcd();

    assertThat(said.getBr()).containsExactly(new CmcdNumber(128L, "a"));
    assertThat(said.getBg()).isNull();
    assertThat(said.getPt()).isNull();
    assertThat(said.getMsd()).isEqualTo(412);
    assertThat(reports.issues())
        .containsExactlyInAnyOrder(
            "wrong_type br token", "malformed bl", "wrong_type bg token", "wrong_type pt string");
  }

  @Test
  void thatAreNoNumbersOfTheStandardAreLeftOut() {
    var said =
        reports
            .published(
                "e=t,pt=99999999999999999.0,msd=1000000000000000,pr=1000000000000.0,br=(1e9 7),dfa=3")
            .getCmcd();

    assertThat(said.getPt()).isNull();
    assertThat(said.getMsd()).isNull();
    assertThat(said.getPr()).isNull();
    assertThat(said.getDfa()).isEqualTo(3);
    assertThat(reports.issues())
        .containsExactlyInAnyOrder(
            "out_of_range pt decimal",
            "out_of_range msd integer",
            "out_of_range pr decimal",
            "malformed br");
    var json =
        reports.publishedWhole(
            "{\"e\":\"t\",\"cid\":\"v\",\"pt\":99999999999999999999,\"pr\":1e400,\"msd\":412,\"ts\":"
                + Reports.NOW.toEpochMilli()
                + '}');
    assertThat(json.getPositionMs()).isNull();
    assertThat(json.getRate()).isNull();
    assertThat(json.getCmcd().getMsd()).isEqualTo(412);
  }

  @Test
  void thatAreLongAreKept() {
    String signature = "x".repeat(4_000);
    var said = reports.published("e=t,cs=\"%1$s\",nor=(\"%1$s\")".formatted(signature)).getCmcd();

    assertThat(said.getCs()).isEqualTo(signature);
    assertThat(said.getNor()).containsExactly(new CmcdObject(signature, null));
    assertThat(reports.issues()).isEmpty();
  }

  @Test
  void ofAResponseAreCheckedThoughNothingIsPublished() {
    reports.outcomeWhole("cid=\"v1\",e=rr,url=\"x\",rc=\"200\",ttfb=soon,foo=1,sid=\"s\",v=2");

    assertThat(reports.issues())
        .containsExactlyInAnyOrder(
            "missing_key ts", "unknown_key foo", "wrong_type rc string", "wrong_type ttfb token");
  }

  @Test
  void ofARejectedReportAreChecked() {
    reports.outcomeWhole("e=\"t\",sn=\"1\",foo,sid=\"s\",v=2,ts=1,cid=\"v\"");

    assertThat(reports.issues())
        .containsExactlyInAnyOrder(
            "loose_type e string",
            "wrong_type sn string",
            "unknown_key foo",
            "time_in_seconds ts",
            "rejected ts timestamp_too_old");
  }

  @Test
  void withoutAValueAreNoted() {
    reports.publishedWhole(
        "{\"e\":\"t\",\"br\":{\"v\":2500},\"sid\":\"s\",\"v\":2,\"cid\":\"v\",\"ts\":%d}"
            .formatted(Reports.NOW.toEpochMilli()));

    assertThat(reports.issues()).contains("wrong_type br other");
  }

  @Test
  void thatNobodyKnowsAreLeftOutAndNoted() {
    reports.published("e=t,foo=1,url=\"x\",cen=\"x\",v=3,st=q");

    assertThat(reports.issues())
        .containsExactlyInAnyOrder(
            "duplicate_key v",
            "unknown_key foo",
            "misplaced_key url",
            "misplaced_key cen",
            "version v integer",
            "unknown_value st");
  }

  @Test
  void inJsonMeanTheSame() {
    String lines = "e=ps,sta=p,br=(900;v 128;a),ec=(\"E1\"),bg,pr=1.5,nor=(\"7\";r=\"0-1\"),";
    String json =
        """
        {"e":"ps","sta":"p","br":[{"value":900,"params":{"v":true}},{"value":128,"params":{"a":true}}],
        "ec":["E1"],"bg":true,"pr":1.5,"nor":[{"value":"7","params":{"r":"0-1"}}],"foo":null,
        "cid":"v1","sid":"6e2f","sn":3,"v":2,"ts":%d}"""
            .formatted(Reports.NOW.minusSeconds(1).toEpochMilli());

    PlaybackEvent event = reports.publishedWhole(json);

    assertThat(event.getCmcd()).isEqualTo(reports.published(lines + "sn=3").getCmcd());
    assertThat(event.getViewId()).isEqualTo(reports.published("e=t").getViewId());
    assertThat(reports.issues()).containsExactly("duplicate_key sn");
  }
}
