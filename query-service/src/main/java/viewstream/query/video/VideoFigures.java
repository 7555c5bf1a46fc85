package viewstream.query.video;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import viewstream.query.cache.Reply;
import viewstream.query.freshness.Coverage;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.Progress;
import viewstream.query.metric.Measure;
import viewstream.query.metric.Metric;
import viewstream.query.reply.Computed;
import viewstream.schema.redis.Sink;

/** Reads a video's figures and makes a reply of them that says how new it is. */
@Component
public class VideoFigures {
  private final VideoStore store;
  private final Progress progress;
  private final Clock clock;
  private final JsonMapper json;

  VideoFigures(VideoStore store, Progress progress, Clock clock, JsonMapper json) {
    this.store = store;
    this.progress = progress;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Answers a question.
   *
   * @param metrics what the reply shows; it is exact if all of them are
   * @param form the reply's JSON object
   */
  public Computed compute(
      VideoQuestion question,
      Set<Metric> metrics,
      Function<VideoAnswer, Map<String, Object>> form) {
    Instant flushed = progress.through(sinks(question));
    VideoAnswer answer = store.read(question);
    Coverage coverage = answer.coverage();
    Freshness freshness =
        new Freshness(
            coverage.through(flushed),
            clock.instant(),
            coverage.source(),
            metrics.stream().allMatch(metric -> isExact(metric, answer)));
    return new Computed(
        new Reply(
            channel(answer.catalogued()), freshness, json.writeValueAsBytes(form.apply(answer))),
        answer.plan());
  }

  private static boolean isExact(Metric metric, VideoAnswer answer) {
    return metric.exact() || (metric == Metric.UNIQUE_VIEWERS && answer.exactViewers());
  }

  private static @Nullable String channel(@Nullable CatalogEntry catalogued) {
    return catalogued == null ? null : catalogued.channelId();
  }

  private static Set<Sink> sinks(VideoQuestion question) {
    Set<Sink> sinks = EnumSet.of(Sink.VIDEO_MINUTE);
    if (question.measures().contains(Measure.UNIQUE_VIEWERS)) {
      sinks.add(Sink.EVENTS);
    }
    return sinks;
  }
}
