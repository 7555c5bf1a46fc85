package viewstream.ingestion.events;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.cmcd.CmcdPipeline;
import viewstream.ingestion.cmcd.Conformance;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.fast.FastPath;
import viewstream.ingestion.fast.Reading;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.EventPipeline;
import viewstream.ingestion.pipeline.Outcome.Accepted;
import viewstream.ingestion.pipeline.Outcome.Good;
import viewstream.ingestion.pipeline.Outcome.Rejected;
import viewstream.ingestion.pipeline.Outcome.Written;
import viewstream.ingestion.pipeline.RevenuePipeline;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventParser;
import viewstream.schema.event.TrustedRecords;
import viewstream.schema.topic.Topic;

/** Sends bodies both ways: with the fast path, and through the pipeline alone. */
final class TwoWays {
  private static final byte[] HEADER = {0, 0, 0, 0, 7};

  private final EventParser parser = new EventParser();
  private final BatchReader batches = new BatchReader(parser);
  private final EventPipeline pipeline;
  private final EventReader reader;
  private long written;
  private long handedOver;

  TwoWays() {
    TrustedRecords.trust();
    var metrics = new IngestionMetrics(new SimpleMeterRegistry());
    var viewers = new Viewers(TestSenders.PSEUDONYMS);
    var clock = Clock.fixed(OddEvents.NOW, ZoneOffset.UTC);
    var cipher = new PayloadCipher(Secrets.of("pseudonyms-of-the-tests"), clock);
    var payloads = new Payloads(TestSenders.PSEUDONYMS, cipher, clock);
    pipeline = new EventPipeline(parser, viewers, payloads, metrics);
    reader =
        new EventReader(
            new FastPath(viewers, parser, topic -> HEADER),
            pipeline,
            new RevenuePipeline(parser, payloads),
            new CmcdPipeline(parser, viewers, payloads, new Conformance(metrics, clock), metrics),
            parser,
            metrics);
  }

  /** Good events that the fast path wrote so far. */
  long written() {
    return written;
  }

  /** Good events that it left to the pipeline so far. */
  long handedOver() {
    return handedOver;
  }

  /** What becomes of a body with the fast path. */
  Result fast(Input input) {
    try (Reading reading = reader.open(input.body())) {
      Batch batch = reader.cut(reading, input.body(), input.format(), input.endpoint());
      Receipt receipt = reader.process(reading, batch, input.delivery(batch));
      written += receipt.accepted().stream().filter(Written.class::isInstance).count();
      handedOver += receipt.accepted().stream().filter(Accepted.class::isInstance).count();
      return result(batch, receipt);
    } catch (RefusedException refused) {
      return new Result.Refused(refused.refusal().code(), refused.detail());
    }
  }

  /** What becomes of it without. */
  Result thorough(Input input) {
    try {
      Batch batch = cut(input);
      Delivery delivery = input.delivery(batch);
      return result(
          batch,
          Receipt.of(
              batch.events().stream().map(event -> pipeline.process(event, delivery)).toList()));
    } catch (RefusedException refused) {
      return new Result.Refused(refused.refusal().code(), refused.detail());
    }
  }

  private Batch cut(Input input) {
    return switch (input.endpoint()) {
      case BEACON, BATCH ->
          input.format() == BodyFormat.JSON
              ? batches.read(input.body())
              : Batch.of(Lines.cut(input.body()));
      case VIEW, ENGAGEMENT, REVENUE, IMPORT, CMCD -> Batch.of(List.of(Slice.whole(input.body())));
    };
  }

  private static Result result(Batch batch, Receipt receipt) {
    return new Result.Taken(
        batch.key(),
        receipt.accepted().stream().map(TwoWays::sent).toList(),
        receipt.rejected().stream().map(TwoWays::kept).toList());
  }

  private static Result.Sent sent(Good good) {
    return switch (good) {
      case Written written ->
          new Result.Sent(
              written.eventId(),
              written.message().topic(),
              new String(written.message().key(), StandardCharsets.UTF_8),
              ByteBuffer.wrap(written.message().value()));
      case Accepted accepted ->
          new Result.Sent(
              accepted.eventId(),
              accepted.topic(),
              accepted.key(),
              ByteBuffer.wrap(encoded(accepted.record())));
    };
  }

  /** What is encrypted differs each time. */
  private static Result.Kept kept(Rejected rejected) {
    return new Result.Kept(
        rejected.index(),
        rejected.eventId(),
        rejected.reason().code(),
        rejected.field(),
        rejected.detail(),
        rejected.payload().encrypted() ? null : ByteBuffer.wrap(rejected.payload().bytes()));
  }

  private static byte[] encoded(SpecificRecord record) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEADER);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** What became of a body, byte for byte. */
  sealed interface Result {
    /** The whole of it was refused. */
    record Refused(String code, String detail) implements Result {}

    /** It was taken. */
    record Taken(@Nullable String key, List<Sent> sent, List<Kept> kept) implements Result {}

    /** An event that goes to Kafka. */
    record Sent(UUID eventId, Topic topic, String key, ByteBuffer value) {}

    /** A rejected event. */
    record Kept(
        int index,
        @Nullable UUID eventId,
        String code,
        @Nullable String field,
        String detail,
        @Nullable ByteBuffer payload) {}
  }
}
