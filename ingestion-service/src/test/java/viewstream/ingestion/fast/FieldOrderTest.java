package viewstream.ingestion.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import viewstream.ingestion.validation.EventParser;

/** What an index guesses from events before never shows in what it finds. */
class FieldOrderTest {
  private static final List<String> EVENTS =
      List.of(
          "{\"type\":\"play\",\"timestamp\":1,\"video_id\":\"v\",\"seq\":2,\"state\":\"playing\"}",
          "{\"type\":\"play\",\"video_id\":\"w\",\"timestamp\":3,\"state\":\"paused\",\"seq\":4}",
          "{\"timestamp\":5,\"seq\":6,\"padding\":\"................................\"}",
          "{\"type\" : \"play\",\"timestamp\": 7 ,\n\t\"video_id\"\r\n:\r\n\"x\" , \"seq\":8}",
          "{ \"type\":\"play\", \"timestamp\":9, \"video_id\":\"y\", \"seq\":10}",
          "{\"type\":\"play\",\"type\":\"stop\",\"timestamp\":1,\"timestamp\":2,\"type\":\"view\"}",
          "{\"player\":\"a\",\"player_version\":\"b\",\"played\":[[1,2]],\"live\":true}",
          "{\"player_version\":\"b\",\"player\":\"a\",\"playe\":\"c\",\"player_versions\":\"d\"}",
          "{\"type\":\"a\",\"type_\":\"b\",\"typ\":\"c\",\"xtype\":\"d\",\"\":\"e\",\"timestam\":\"f\"}",
          "{\"type\":\"a\",\"Type\":\"b\",\"timestamp \":1,\"video_id\":null,\"type\":\"\"}",
          "{\"watch_time_seconds\":1.5,\"ip\":\"::1\",\"os\":\"é\",\"location\":{\"type\":\"x\"}}",
          "{\"ip\":\"\\\":\",\"os\":\"\\\\\",\"type\":-1,\"seq\":1e3}",
          "{}",
          "{\"seq\":1}",
          "[]");

  private final Cutter cutter = new Cutter(new EventParser());
  private final Index experienced = new Index();

  @ParameterizedTest
  @MethodSource("pairs")
  void findsWhatJacksonFindsWhateverCameBefore(List<String> events) {
    assertThat(cut(experienced, events)).isEqualTo(events.stream().map(this::byJackson).toList());
  }

  static List<List<String>> pairs() {
    List<List<String>> bodies = new ArrayList<>();
    for (String one : EVENTS) {
      for (String other : EVENTS) {
        bodies.add(List.of(one, other, one, one, other, other));
      }
    }
    return bodies;
  }

  @Test
  void remembersNothingThatCouldBeFound() {
    for (String one : EVENTS) {
      for (String other : EVENTS) {
        cut(experienced, List.of(one, one));
        assertThat(cut(experienced, List.of(other))).isEqualTo(cut(new Index(), List.of(other)));
      }
    }
  }

  /** The index grows by and by. */
  @Test
  void takesEventsWithoutFieldsAtAnyPlaceAmongOthers() {
    for (String odd : List.of("{}", "7", "[]")) {
      for (int place = 0; place < 140; place++) {
        var events = new ArrayList<>(Collections.nCopies(150, EVENTS.getFirst()));
        events.set(place, odd);
        List<List<String>> found = cut(new Index(), events);
        assertThat(found.get(place)).isEqualTo(byJackson(odd));
        assertThat(found.get(149)).as(odd + " at " + place).isEqualTo(byJackson(EVENTS.getFirst()));
      }
    }
  }

  @Test
  void takesBrokenLinesAtAnyPlaceAmongOthers() {
    byte[] good = bytes(EVENTS.getFirst());
    byte[] broken = bytes("{\"type\":");
    for (int place = 0; place < 140; place++) {
      var index = new Index();
      for (int line = 0; line < 150; line++) {
        byte[] body = line == place ? broken : good;
        index.add(body, 0, body.length);
      }
      assertThat(index.doubtful(place)).isTrue();
      assertThat(index.doubtful(149)).isFalse();
    }
  }

  @Test
  void isUnsureOfABodyThatEndsInANameItExpects() {
    for (String event : EVENTS.subList(0, 9)) {
      byte[] body = bytes(event);
      experienced.clear();
      experienced.add(body, 0, body.length);
      experienced.add(body, 0, body.length);
      // The rest of the name does lie there, but behind the end.
      for (int end = 0; end < body.length; end++) {
        experienced.clear();
        experienced.add(body, 0, end);
        assertThat(experienced.doubtful(0)).as(event.substring(0, end)).isTrue();
      }
    }
  }

  @Test
  void isUnsureOfNamesWithEscapesWhereItExpectsThemWithout() {
    byte[] plain = bytes("{\"type\":\"play\",\"timestamp\":1,\"seq\":2,\"state\":\"playing\"}");
    experienced.add(plain, 0, plain.length);
    for (String escaped : List.of("\\u0074imestamp", "timestam\\u0070", "timestamp\\n")) {
      byte[] body = bytes(new String(plain, StandardCharsets.UTF_8).replace("timestamp", escaped));
      experienced.clear();
      experienced.add(body, 0, body.length);
      assertThat(experienced.doubtful(0)).as(escaped).isTrue();
    }
  }

  private List<List<String>> cut(Index index, List<String> events) {
    byte[] body = bytes("[" + String.join(",", events) + "]");
    index.clear();
    cutter.cut(body, index);
    List<List<String>> found = new ArrayList<>();
    for (int event = 0; event < index.size(); event++) {
      found.add(index.doubtful(event) ? List.of("doubtful") : fields(index, event, body));
    }
    return found;
  }

  private static List<String> fields(Index index, int event, byte[] body) {
    Fields fields = new Fields();
    index.load(event, body, fields);
    return Arrays.stream(Field.values())
        .filter(fields::has)
        .map(field -> field + "=" + text(body, fields.offset(field), fields.length(field)))
        .toList();
  }

  /**
   * An event of which Jackson sees numbers or texts that the fast path does not take is doubtful.
   */
  private List<String> byJackson(String event) {
    byte[] body = bytes(event);
    String[] found = new String[Field.values().length];
    if (body[0] != '{' || event.contains("\\") || event.contains("-1") || event.contains("1e3")) {
      return List.of("doubtful");
    }
    try (JsonParser tokens = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
      tokens.nextToken();
      while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
        byte[] name = bytes(tokens.currentName());
        JsonToken token = tokens.nextToken();
        int from = (int) tokens.currentTokenLocation().getByteOffset();
        String value = tokens.getString();
        tokens.skipChildren();
        int to = (int) tokens.currentLocation().getByteOffset();
        int field = Field.find(name, 0, name.length);
        if (field >= 0) {
          found[field] =
              switch (token) {
                case VALUE_NULL -> null;
                case START_OBJECT, START_ARRAY -> text(body, from, to - from);
                default -> value;
              };
        }
      }
    }
    return Arrays.stream(Field.values())
        .filter(field -> found[field.ordinal()] != null)
        .map(field -> field + "=" + found[field.ordinal()])
        .toList();
  }

  private static String text(byte[] body, int from, int length) {
    return new String(body, from, length, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
