package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.publish.Headers;
import viewstream.ingestion.validation.Timestamps;
import viewstream.schema.topic.Topic;

/**
 * What all events of a request have in common, worked out once.
 *
 * @param delivery as the pipeline knows it
 * @param playbackHeader what records of playback begin with
 * @param engagementHeader what records of engagement begin with
 * @param shared what stands once for all of them
 * @param writeKey whose events they are, as UTF-8
 * @param receivedMillis when they arrived, since 1970
 * @param receivedNanos what of that is finer than a millisecond
 * @param sentAtMillis the client's clock when it sent, since 1970; {@link #NEVER} if not given
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, changed nowhere
record Request(
    Delivery delivery,
    byte[] playbackHeader,
    byte[] engagementHeader,
    Shared shared,
    byte[] writeKey,
    long receivedMillis,
    int receivedNanos,
    long sentAtMillis) {
  /** No time. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int NANOS_PER_MILLI = 1_000_000;

  /**
   * Works it out.
   *
   * @throws Unsure if the schemas are not known yet
   * @throws viewstream.ingestion.validation.InvalidEventException if something they share is bad;
   *     each event that does not say better is then to be rejected
   */
  static Request of(Delivery delivery, Headers headers) {
    return new Request(
        delivery,
        known(headers.of(Topic.VIDEO_VIEW_EVENTS)),
        known(headers.of(Topic.ENGAGEMENT_EVENTS)),
        Shared.of(delivery.shared()),
        delivery.caller().name().getBytes(StandardCharsets.UTF_8),
        delivery.received().toEpochMilli(),
        delivery.received().getNano() % NANOS_PER_MILLI,
        delivery.sentAt() == null
            ? NEVER
            : Timestamps.parse(delivery.sentAt(), "sent_at").toEpochMilli());
  }

  private static byte[] known(byte @Nullable [] header) {
    if (header == null) {
      throw Unsure.of();
    }
    return header;
  }
}
