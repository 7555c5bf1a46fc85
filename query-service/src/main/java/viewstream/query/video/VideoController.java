package viewstream.query.video;

import static viewstream.query.http.ProblemException.videoNotFound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
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
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Measure;
import viewstream.query.metric.Metric;
import viewstream.query.reply.Computed;
import viewstream.query.reply.Replies;
import viewstream.query.security.Reader;
import viewstream.query.time.RangeParameters;
import viewstream.query.time.Steps;
import viewstream.query.time.TimeRange;
import viewstream.query.time.TimeRanges;
import viewstream.schema.redis.RedisKeys;

/** {@code GET /api/v1/analytics/video/{id}}: all figures of a video over a range. */
@RestController
@Tag(name = "video")
class VideoController {
  private static final String NAME = "video";
  private static final Set<Metric> METRICS = EnumSet.allOf(Metric.class);
  private static final Set<Measure> MEASURES =
      METRICS.stream()
          .flatMap(metric -> metric.measures().stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<Dimension> DIMENSIONS = EnumSet.allOf(Dimension.class);

  private final TimeRanges ranges;
  private final VideoFigures figures;
  private final Replies replies;

  VideoController(TimeRanges ranges, VideoFigures figures, Replies replies) {
    this.ranges = ranges;
    this.figures = figures;
    this.replies = replies;
  }

  @Operation(summary = "All figures of a video over a range")
  @GetMapping("/api/v1/analytics/video/{id}")
  ResponseEntity<byte[]> video(
      @Parameter(hidden = true) @AuthenticationPrincipal Reader reader,
      @PathVariable String id,
      @ParameterObject RangeParameters asked,
      @RequestHeader(name = Replies.DEBUG_HEADER, required = false) @Nullable String debug) {
    String videoId = Id.video(id);
    TimeRange range = ranges.parse(asked);
    String key = RedisKeys.videoMetrics(videoId, range.label(), range.zone().getId());
    return replies.owned(reader, videoNotFound(videoId), key, debug, () -> compute(videoId, range));
  }

  private Computed compute(String videoId, TimeRange range) {
    VideoQuestion question =
        new VideoQuestion(NAME, videoId, range, Steps.whole(range), MEASURES, DIMENSIONS);
    return figures.compute(question, METRICS, answer -> VideoReply.of(question, answer));
  }
}
