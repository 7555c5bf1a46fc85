package viewstream.query.creator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import viewstream.query.http.Id;
import viewstream.query.http.ProblemException;
import viewstream.query.reply.Replies;
import viewstream.query.security.Reader;
import viewstream.query.time.Period;
import viewstream.query.time.TimeRanges;
import viewstream.schema.redis.RedisKeys;

/** {@code GET /api/v1/analytics/creator/{channel_id}}: the dashboard of a channel. */
@RestController
@Tag(name = "creator")
class CreatorController {
  private static final int TOP_VIDEOS = 10;

  private final TimeRanges ranges;
  private final CreatorFigures figures;
  private final Replies replies;

  CreatorController(TimeRanges ranges, CreatorFigures figures, Replies replies) {
    this.ranges = ranges;
    this.figures = figures;
    this.replies = replies;
  }

  @Operation(summary = "The dashboard of a channel: totals, days, best videos, the days before")
  @GetMapping("/api/v1/analytics/creator/{channel_id}")
  ResponseEntity<byte[]> creator(
      @Parameter(hidden = true) @AuthenticationPrincipal Reader reader,
      @PathVariable("channel_id") String channelId,
      @Parameter(description = "7d, 28d, 90d or 365d, today included; default 7d")
          @RequestParam(required = false)
          @Nullable String period,
      @Parameter(description = "IANA time zone; default UTC") @RequestParam(required = false)
          @Nullable String tz,
      @RequestHeader(name = Replies.DEBUG_HEADER, required = false) @Nullable String debug) {
    ProblemException notFound = ProblemException.channelNotFound(Id.channel(channelId));
    if (!reader.maySee(channelId)) {
      throw notFound;
    }
    Period days = ranges.period(period, tz);
    CreatorQuestion question = new CreatorQuestion(channelId, days, TOP_VIDEOS);
    String key = RedisKeys.creatorDashboard(channelId, days.label(), days.zone().getId());
    return replies.owned(reader, notFound, key, debug, () -> figures.compute(question));
  }
}
