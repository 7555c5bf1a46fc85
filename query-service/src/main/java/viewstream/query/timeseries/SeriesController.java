package viewstream.query.timeseries;

import static viewstream.query.http.ProblemException.videoNotFound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import viewstream.query.http.Id;
import viewstream.query.metric.Measure;
import viewstream.query.metric.Metric;
import viewstream.query.reply.Replies;
import viewstream.query.security.Reader;
import viewstream.query.time.Granularity;
import viewstream.query.time.RangeParameters;
import viewstream.query.time.RangeSettings;
import viewstream.query.time.Steps;
import viewstream.query.time.TimeRange;
import viewstream.query.time.TimeRanges;
import viewstream.query.video.VideoFigures;
import viewstream.query.video.VideoQuestion;
import viewstream.schema.redis.RedisKeys;

/** {@code GET /api/v1/analytics/video/{id}/timeseries}: metrics of a video, step by step. */
@RestController
@Tag(name = "video")
class SeriesController {
  private static final String NAME = "timeseries";

  private final TimeRanges ranges;
  private final RangeSettings settings;
  private final VideoFigures figures;
  private final Replies replies;

  SeriesController(
      TimeRanges ranges, RangeSettings settings, VideoFigures figures, Replies replies) {
    this.ranges = ranges;
    this.settings = settings;
    this.figures = figures;
    this.replies = replies;
  }

  @Operation(summary = "Metrics of a video, step by step; steps without events are zero")
  @GetMapping("/api/v1/analytics/video/{id}/timeseries")
  ResponseEntity<byte[]> timeseries(
      @Parameter(hidden = true) @AuthenticationPrincipal Reader reader,
      @PathVariable String id,
      @ParameterObject RangeParameters asked,
      @ParameterObject SeriesParameters shown,
      @RequestHeader(name = Replies.DEBUG_HEADER, required = false) @Nullable String debug) {
    String videoId = Id.video(id);
    TimeRange range = ranges.parse(asked);
    Granularity granularity = shown.granularity(range, ranges.hasMinutes(range));
    Set<Metric> metrics = shown.metrics(granularity);
    Steps steps = Steps.of(range, granularity, settings.maximumPoints());
    VideoQuestion question =
        new VideoQuestion(NAME, videoId, range, steps, measures(metrics), Set.of());
    return replies.owned(
        reader,
        videoNotFound(videoId),
        key(question, granularity, metrics),
        debug,
        () ->
            figures.compute(
                question,
                metrics,
                answer -> SeriesReply.of(question, granularity, metrics, answer)));
  }

  private static Set<Measure> measures(Set<Metric> metrics) {
    return metrics.stream()
        .flatMap(metric -> metric.measures().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A series' cache key names its steps and metrics where the figures' has the range alone. */
  private static String key(VideoQuestion question, Granularity step, Set<Metric> metrics) {
    String labels = metrics.stream().map(Metric::label).collect(Collectors.joining("+"));
    return RedisKeys.videoMetrics(
        question.videoId(),
        question.range().label() + "/" + step.label() + "/" + labels,
        question.range().zone().getId());
  }
}
