package viewstream.ingestion.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.validation.EventParser;

class BatchReaderTest {
  private static final List<String> BLANKS = List.of("", " ", "\n", "\t ", "\r\n");
  private static final List<String> VALUES =
      List.of(
          "{}",
          "{\"a\":\"}]\\\"\"}",
          "{ \"ä\" : [1, {\"b\": [ ]}] }",
          "\"text, with ]\"",
          "-1.5e3",
          "true",
          "null",
          "[[],{}]",
          "{\"😀\":\"\\uD83D\\uDE00 😀\"}");

  private final BatchReader reader = new BatchReader(new EventParser());

  @RepeatedTest(200)
  void slicesExactlyTheBytesOfEachEvent(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var events = new ArrayList<String>();
    var array = new StringBuilder("[");
    for (int i = random.nextInt(6); i >= 0; i--) {
      String event = VALUES.get(random.nextInt(VALUES.size()));
      array.append(blank(random)).append(event).append(blank(random)).append(i == 0 ? "" : ",");
      events.add(event);
    }
    array.append("]");
    String body =
        random.nextBoolean()
            ? array.toString()
            : blank(random) + "{\"x\":{\"events\":[1]},\"events\":" + array + ",\"y\":[0]}\n";

    assertThat(slices(body)).isEqualTo(events);
  }

  @Test
  void readsTheEnvelope() {
    Batch batch =
        read(
            """
            {"events":[{"a":1}],"key":"wk","sent_at":1772366400000,
             "context":{"session_id":"s"},"unheard_of":[{}]}
            """);

    assertThat(batch.key()).isEqualTo("wk");
    assertThat(batch.sentAt()).isNotNull();
    assertThat(batch.context().id("session_id")).isEqualTo("s");
    assertThat(batch.events()).hasSize(1);
  }

  @Test
  void takesFiveHundredEventsAndNoMore() {
    assertThat(slices("[" + "{},".repeat(499) + "{}]")).hasSize(500);
    assertThat(refusal("[" + "{},".repeat(500) + "{}]")).isEqualTo(Refusal.TOO_MANY_EVENTS);
  }

  @Test
  void isNotHarmedByOneMonstrousEvent() {
    String deep = "[".repeat(30_000) + "]".repeat(30_000);
    String number = "9".repeat(100_000);
    String name = "{\"" + "n".repeat(100_000) + "\":1}";

    assertThat(slices("[" + deep + "," + number + "," + name + ",{}]"))
        .containsExactly(deep, number, name, "{}");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("", Refusal.MALFORMED_JSON),
        Arguments.of("  ", Refusal.MALFORMED_JSON),
        Arguments.of("hello", Refusal.MALFORMED_JSON),
        Arguments.of("[{}", Refusal.MALFORMED_JSON),
        Arguments.of("[{},]", Refusal.MALFORMED_JSON),
        Arguments.of("[{}] []", Refusal.MALFORMED_JSON),
        Arguments.of("[{\"a\" 1}]", Refusal.MALFORMED_JSON),
        Arguments.of("{\"events\":[]", Refusal.MALFORMED_JSON),
        Arguments.of("\uFEFF[", Refusal.MALFORMED_JSON),
        Arguments.of("7", Refusal.NOT_AN_OBJECT),
        Arguments.of("null", Refusal.NOT_AN_OBJECT),
        Arguments.of("\"[]\"", Refusal.NOT_AN_OBJECT),
        Arguments.of("{}", Refusal.MISSING_FIELD),
        Arguments.of("{\"events\":null}", Refusal.MISSING_FIELD),
        Arguments.of("{\"events\":{}}", Refusal.INVALID_FIELD),
        Arguments.of("{\"events\":[],\"key\":7}", Refusal.INVALID_FIELD),
        Arguments.of("{\"events\":[],\"context\":[]}", Refusal.INVALID_FIELD),
        Arguments.of(
            "{\"events\":[],\"context\":" + "{\"a\":".repeat(9) + "1" + "}".repeat(10),
            Refusal.INVALID_FIELD));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNoBatch(String body, Refusal refusal) {
    assertThat(refusal(body)).isEqualTo(refusal);
  }

  private Batch read(String body) {
    return reader.read(body.getBytes(UTF_8));
  }

  private List<String> slices(String body) {
    return read(body).events().stream().map(Slice::bytes).map(b -> new String(b, UTF_8)).toList();
  }

  private Refusal refusal(String body) {
    var refused = catchThrowableOfType(RefusedException.class, () -> read(body));
    assertThat(refused).as(body).isNotNull();
    return refused.refusal();
  }

  private static String blank(Random random) {
    return BLANKS.get(random.nextInt(BLANKS.size()));
  }
}
