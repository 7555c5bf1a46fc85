package viewstream.ingestion.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.pipeline.Endpoint;

/** Makes bodies: some good, some odd, some broken. The same seed makes the same. */
final class Inputs {
  private static final List<String> AGENTS =
      List.of(
          "",
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0");
  private static final List<String> ADDRESSES =
      List.of("127.0.0.1", "10.1.2.3", "198.51.100.7", "81.2.69.160", "2001:db8::1", "no address");

  /** What bodies are broken with. */
  private static final List<byte[]> SHARDS =
      List.of(
          utf8("\""),
          utf8("\\"),
          utf8("\\u0065"),
          utf8("\\ud800"),
          utf8("\\n"),
          utf8("{"),
          utf8("}"),
          utf8("["),
          utf8("]"),
          utf8(","),
          utf8(":"),
          utf8("null"),
          utf8("1e999"),
          utf8("-0"),
          utf8("00"),
          utf8("."),
          utf8("[[[[[[[[["),
          utf8("\ufeff"),
          utf8("é漢😀"),
          utf8("\u0000"),
          utf8("\t \r\n"),
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xff},
          new byte[] {(byte) 0xe2, (byte) 0x82});

  private final SplittableRandom random;
  private final OddEvents events;

  Inputs(long seed) {
    random = new SplittableRandom(seed);
    events = new OddEvents(random);
  }

  Input next() {
    Instant received = OddEvents.NOW.plusNanos(random.nextInt(3) * 333_333L);
    Endpoint endpoint =
        pick(List.of(Endpoint.BEACON, Endpoint.BATCH, Endpoint.VIEW, Endpoint.ENGAGEMENT));
    boolean lines = endpoint == Endpoint.BATCH && random.nextInt(3) == 0;
    byte[] body =
        switch (endpoint) {
          case VIEW, ENGAGEMENT, REVENUE, IMPORT, CMCD -> utf8(events.next() + events.blank());
          case BEACON, BATCH -> utf8(lines ? lines() : batch());
        };
    for (int breaks = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0; breaks > 0; breaks--) {
      body = broken(body);
    }
    return new Input(
        body,
        lines ? BodyFormat.LINES : BodyFormat.JSON,
        endpoint,
        received,
        random.nextInt(4) == 0,
        pick(ADDRESSES),
        pick(AGENTS));
  }

  private String lines() {
    var lines = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      lines.append(events.next()).append(pick(List.of("\n", "\r\n", " \n", "\n\n")));
    }
    return lines.toString();
  }

  private String batch() {
    var array = new StringBuilder("[").append(events.blank());
    int count = random.nextInt(200) == 0 ? 499 + random.nextInt(3) : random.nextInt(5);
    for (int i = 0; i < count; i++) {
      array.append(i == 0 ? "" : ",").append(count > 10 ? "{\"type\":1}" : events.next());
    }
    array.append(events.blank()).append(']');
    return random.nextInt(3) == 0 ? array.toString() : events.envelope(array.toString());
  }

  private byte[] broken(byte[] body) {
    int at = random.nextInt(body.length + 1);
    int to = Math.min(body.length, at + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> joined(body, at, body, at, at, to);
      case 2 -> joined(body, at, body, at, to, to);
      case 3 -> {
        byte[] flipped = body.clone();
        if (at < body.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      default -> {
        byte[] shard = pick(SHARDS);
        yield joined(body, at, shard, 0, shard.length, random.nextBoolean() ? at : to);
      }
    };
  }

  /** The body up to a place, then a piece, then the body from another place. */
  private static byte[] joined(byte[] body, int upTo, byte[] piece, int from, int to, int goesOn) {
    var joined = new ByteArrayOutputStream();
    joined.write(body, 0, upTo);
    joined.write(piece, from, Math.max(0, to - from));
    joined.write(body, goesOn, body.length - goesOn);
    return joined.toByteArray();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
