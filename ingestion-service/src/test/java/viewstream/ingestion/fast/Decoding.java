package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import viewstream.ingestion.validation.EventParser;

/**
 * From a body of 100 heartbeats to the values of their fields: on the fast path, with Jackson's
 * streaming parser, and as the pipeline does. Jackson is asked for each value once and for nothing
 * else: no tree, no rules. The time it leaves a text, or that is read as on the fast path, or as
 * decoders usually do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Decoding {
  static final int EVENTS = 100;

  private static final String EVENT =
      "{\"type\":\"heartbeat\",\"timestamp\":\"2026-03-01T11:58:%02d.%03dZ\","
          + "\"event_id\":\"223898af-f51f-4f70-b1f1-740e956a%04d\",\"seq\":%d,"
          + "\"user_id\":\"user-17\",\"view_id\":\"f5fa4d44-fc15-4f61-b501-625e24536ee3\","
          + "\"video_id\":\"video-12\",\"state\":\"playing\",\"watched_ms\":%d,"
          + "\"duration_ms\":634000,\"location\":{\"country\":\"DE\"}}";

  private final byte[] body = body();
  private final EventParser parser = new EventParser();
  private final Cutter cutter = new Cutter(parser);
  private final Index index = new Index();
  private final Fields fields = new Fields();
  private final RecentMinute minute = new RecentMinute();
  private final JsonFactory json = new JsonFactory();

  private static byte[] body() {
    var body = new StringBuilder("[");
    for (int i = 0; i < EVENTS; i++) {
      body.append(i == 0 ? "" : ",");
      body.append(EVENT.formatted(i % 60, i * 7, i, i, 10_000 + i));
    }
    return body.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Fields are found, numbers and times read; texts stay where they are. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void fastPath(Blackhole values) {
    index.clear();
    cutter.cut(body, index);
    for (int event = 0; event < index.size(); event++) {
      index.load(event, body, fields);
      values.consume(minute.read(fields, Field.TIMESTAMP));
      values.consume(fields.seq());
      values.consume(fields.wholeOrZero(Field.WATCHED_MS, Long.MAX_VALUE));
      values.consume(fields.wholeOrZero(Field.DURATION_MS, Long.MAX_VALUE));
    }
  }

  /** Texts become strings, for there is no other way to look at them; times stay that. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void jacksonTokens(Blackhole values) {
    stream(values, text -> text);
  }

  /** The same values as on the fast path, and times read by the same code. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void jacksonValues(Blackhole values) {
    stream(values, Decoding::millis);
  }

  /** The same values, and times read by {@code java.time}: two thirds of what this takes. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void jacksonJavaTime(Blackhole values) {
    stream(values, text -> OffsetDateTime.parse(text).toInstant().toEpochMilli());
  }

  private static Object millis(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Times.ofText(bytes, 0, bytes.length);
  }

  private void stream(Blackhole values, Function<String, Object> readTime) {
    try (JsonParser tokens = json.createParser(ObjectReadContext.empty(), body)) {
      boolean time = false;
      for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> {
            time = tokens.currentName().equals("timestamp");
            values.consume(tokens.currentName());
          }
          case VALUE_STRING -> {
            String text = tokens.getString();
            values.consume(time ? readTime.apply(text) : text);
          }
          case VALUE_NUMBER_INT -> values.consume(tokens.getLongValue());
          default -> values.consume(token);
        }
      }
    }
  }

  /** Each event becomes a tree. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void pipeline(Blackhole values) {
    index.clear();
    cutter.cut(body, index);
    for (int event = 0; event < index.size(); event++) {
      int start = index.start(event);
      values.consume(parser.parse(body, start, index.end(event) - start));
    }
  }
}
