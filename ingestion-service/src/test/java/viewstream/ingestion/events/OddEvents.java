package viewstream.ingestion.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes events as players write them, with values that are mostly good. */
final class OddEvents {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final List<String> PLAYBACK =
      List.of(
          "view",
          "play",
          "first_frame",
          "heartbeat",
          "pause",
          "resume",
          "seek",
          "buffer",
          "quality_change",
          "complete",
          "stop",
          "error");
  private static final List<String> ENGAGEMENT =
      List.of(
          "like", "unlike", "comment", "share", "subscribe", "unsubscribe", "impression", "click");

  /** Values that are seldom right for any field. */
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "7",
          "1.5",
          "0.1",
          "1e3",
          "1E+2",
          "1e999",
          "123456789012345",
          "1234567890123456",
          "12345678901234567890",
          "0." + "3".repeat(40),
          "9".repeat(120),
          "\"\"",
          "\" \"",
          "\"a\"",
          "\"\\u0061b\"",
          "\"\\ud83d\"",
          "\"x\\ny\"",
          "\"\u007f\u0085\"",
          "\"\u2003wide\u2003\"",
          "\"ünïcödé 漢字 😀\"",
          "\"" + "y".repeat(70) + "\"",
          "\"" + "é".repeat(200) + "\"",
          "\"" + "z".repeat(1100) + "\"",
          "{}",
          "[]",
          "[[]]",
          "[[1,2],[3,3],[5.4,6.5]]",
          "[[2,1]]",
          "[[1,2,3]]",
          "{\"a\":1}",
          "{\"a\":\"b\",\"a\":\"c\"}",
          "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{}}}}}}}}",
          "[[[[[[[1]]]]]]]");

  private final SplittableRandom random;
  private final OddNumbers numbers;

  OddEvents(SplittableRandom random) {
    this.random = random;
    numbers = new OddNumbers(random);
  }

  /** One event; now and then no event at all. */
  String next() {
    if (random.nextInt(40) == 0) {
      return pick(ODD);
    }
    List<String> members = new ArrayList<>();
    members.add(member("timestamp", random.nextInt(30) == 0 ? pick(ODD) : time()));
    boolean playback = random.nextInt(4) > 0;
    add(members, 98, "type", quoted(pick(playback ? PLAYBACK : ENGAGEMENT)));
    add(members, 97, "video_id", quoted("video-" + random.nextInt(3)));
    add(members, 60, "event_id", quoted(uuid()));
    add(members, 60, "view_id", quoted(uuid()));
    add(members, 30, "session_id", quoted("session~" + random.nextInt(3)));
    add(members, 50, "user_id", quoted("user-" + random.nextInt(3)));
    add(members, playback ? 5 : 50, "channel_id", quoted("channel.1"));
    add(members, 40, "seq", seldomOdd(List.of("0", "1", "65535", "65536", "2.0", "2.5", "\"3\"")));
    add(members, 10, "sent_at", time());
    playback(members);
    context(members);
    add(members, 5, "what_is_this", pick(ODD));
    if (random.nextInt(25) == 0) {
      members.add(pick(members));
    }
    if (random.nextInt(5) == 0) {
      Collections.shuffle(members, new Random(random.nextLong()));
    }
    return "{" + blank() + String.join("," + blank(), members) + blank() + "}";
  }

  /** An envelope around an array. */
  String envelope(String array) {
    List<String> members = new ArrayList<>();
    add(members, 98, "events", array);
    add(members, 30, "key", quoted("wk"));
    add(members, 40, "sent_at", time());
    if (random.nextInt(2) == 0) {
      List<String> shared = new ArrayList<>();
      context(shared);
      add(shared, 30, "user_id", quoted("user-9"));
      add(shared, 30, "session_id", quoted("session-9"));
      add(members, 97, "context", "{" + String.join(",", shared) + "}");
    }
    add(members, 5, "other", pick(ODD));
    if (random.nextInt(30) == 0) {
      members.add(pick(members.isEmpty() ? ODD : members));
    }
    Collections.shuffle(members, new Random(random.nextLong()));
    return blank() + "{" + String.join(",", members) + "}" + blank();
  }

  String blank() {
    return random.nextInt(8) == 0 ? pick(List.of(" ", "\t", "\r\n", "  \n ")) : "";
  }

  private void playback(List<String> members) {
    add(members, 40, "watched_ms", number());
    add(members, 10, "watch_time_seconds", number());
    add(members, 15, "played", played());
    add(members, 15, "buffering_ms", number());
    add(members, 10, "dropped_frames", number());
    add(members, 20, "position_ms", number());
    add(members, 20, "duration_ms", number());
    add(members, 15, "bitrate_kbps", number());
    add(members, 15, "rate", rate());
    add(members, 15, "startup_ms", number());
    add(members, 15, "completed", pick(List.of("true", "false")));
    add(members, 15, "start_reason", quoted(pick(List.of("click", "autoplay", "hover"))));
    add(members, 20, "state", quoted(pick(List.of("playing", "paused", "ended", "waiting"))));
    add(members, 15, "hidden", pick(List.of("true", "false")));
    add(members, 10, "from_ms", number());
    add(members, 10, "to_ms", number());
    add(members, 10, "wait_ms", number());
    add(members, 10, "height", number());
    add(members, 15, "fatal", pick(List.of("true", "false")));
    add(members, 15, "code", seldomOdd(List.of("404", "\"404\"", "4.5", "\"é\"")));
    add(members, 15, "message", quoted(pick(List.of("broken", "ünïcödé", "x".repeat(257)))));
  }

  private void context(List<String> members) {
    add(
        members,
        40,
        "location",
        pick(
            List.of(
                "{\"country\":\"US\"}",
                "{\"country\":\"de\",\"region\":\"BY\",\"city\":\"München\"}",
                "{ \"country\" : \"Germany\" }",
                "{\"country\":null}")));
    add(members, 20, "device", quoted(pick(List.of("tv", "MOBILE", "fridge", ""))));
    add(members, 20, "platform", quoted(pick(List.of("web", "ios", " android "))));
    add(members, 20, "os", quoted(pick(List.of("Linux", "Windows", ""))));
    add(members, 20, "browser", quoted(pick(List.of("Chrome", "Firefox", "unknown"))));
    add(members, 15, "app_version", quoted(pick(List.of("7.1", ""))));
    add(members, 10, "player", quoted("hls.js"));
    add(members, 10, "player_version", quoted("1.7"));
    add(members, 15, "traffic_source", quoted(pick(List.of("search", "Ads", "none"))));
    add(members, 15, "referrer", quoted(pick(List.of("https://a.example/é", " ", "\u3000"))));
    add(members, 10, "age_group", quoted(pick(List.of("18-24", "65+", "100"))));
    add(members, 10, "gender", quoted(pick(List.of("female", "Male"))));
    add(members, 10, "subscribed", pick(List.of("true", "false")));
    add(members, 10, "live", pick(List.of("true", "false")));
    add(members, 15, "props", pick(List.of("{}", "{\"a\":\"1\"}", "{\"a\":\"1\",\"é\":\"2\"}")));
    add(members, 10, "ip", quoted(pick(List.of("203.0.113.9", "81.2.69.142", "x"))));
    add(members, 5, "user_agent", quoted(""));
  }

  private void add(List<String> members, int percent, String name, String value) {
    if (random.nextInt(100) < percent) {
      members.add(member(name, random.nextInt(120) == 0 ? pick(ODD) : value));
    }
  }

  private String member(String name, String value) {
    return quoted(name) + blank() + ":" + blank() + value;
  }

  private String time() {
    Instant time =
        switch (random.nextInt(12)) {
          case 0 -> NOW.plusMillis(299_990 + random.nextInt(20));
          case 1 -> NOW.minusMillis(7 * 86_400_000L - 10 + random.nextInt(20));
          case 2 -> NOW.minusMillis(1_990 + random.nextInt(20));
          default -> NOW.minusMillis(random.nextInt(1_000_000));
        };
    return switch (random.nextInt(10)) {
      case 0 -> quoted(time.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString());
      case 1 -> Long.toString(time.getEpochSecond());
      case 2 -> Long.toString(time.toEpochMilli());
      case 3 -> time.getEpochSecond() + ".25";
      case 4 -> time.toEpochMilli() + ".5";
      case 5 -> quoted(time.plusNanos(random.nextInt(1_000_000)).toString());
      case 6 ->
          quoted(
              pick(
                  List.of(
                      "2026-02-30T12:00:00Z",
                      "2026-03-01t11:59:00z",
                      "2026-03-01T24:00:00Z",
                      "2026-03-01T11:59:00+01",
                      "2026-03-01T11:59Z",
                      "2026-03-01T11:59:60Z",
                      "2026-03-01T11:59:00.Z",
                      "2026-03-01T11:59:00-18:00")));
      case 7 -> digitsOf(time);
      default -> quoted(time.toString());
    };
  }

  /** In seconds or milliseconds, with 15 to 18 digits. */
  private String digitsOf(Instant time) {
    boolean millis = random.nextBoolean();
    int behind = (millis ? 2 : 5) + random.nextInt(4);
    String digits = "%09d".formatted(random.nextInt(1_000_000_000)).substring(0, behind);
    return (millis ? time.toEpochMilli() : time.getEpochSecond()) + "." + digits;
  }

  private String rate() {
    return random.nextInt(4) == 0
        ? numbers.ofDigits(1 + random.nextInt(2))
        : seldomOdd(List.of("1", "1.25", "0.5", "2.0", "100", "101"));
  }

  private String played() {
    return random.nextInt(4) == 0
        ? "[[%s,%s]]".formatted(numbers.ofDigits(1), numbers.ofDigits(2 + random.nextInt(12)))
        : pick(List.of("[]", "[[0,1000]]", "[[0, 12.5],[20,30]]"));
  }

  private String seldomOdd(List<String> choices) {
    return random.nextInt(12) == 0 ? numbers.next() : pick(choices);
  }

  private String number() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> random.nextInt(1000) + "." + random.nextInt(1000);
      case 2 -> pick(List.of("0", "0.5", "1.4999999999999", "10000000000000", "10000000000001"));
      case 3 -> numbers.next();
      default -> Integer.toString(random.nextInt(100_000));
    };
  }

  private String uuid() {
    String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
    return switch (random.nextInt(40)) {
      case 0 -> uuid.toUpperCase(java.util.Locale.ROOT);
      case 1 -> uuid.replaceFirst("-", "");
      case 2 -> "1-1-1-1-" + uuid.substring(8);
      default -> uuid;
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
