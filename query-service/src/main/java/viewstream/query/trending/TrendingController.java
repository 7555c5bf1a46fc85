package viewstream.query.trending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import viewstream.query.reply.Replies;
import viewstream.schema.redis.RedisKeys;

/** {@code GET /api/v1/analytics/trending}: the most viewed videos, for everyone. */
@RestController
@Tag(name = "trending")
class TrendingController {
  private final TrendingLists lists;
  private final Replies replies;

  TrendingController(TrendingLists lists, Replies replies) {
    this.lists = lists;
    this.replies = replies;
  }

  @Operation(summary = "The most viewed videos of a region in the last hour, day or week")
  @SecurityRequirements
  @GetMapping("/api/v1/analytics/trending")
  ResponseEntity<byte[]> trending(
      @Parameter(description = "global or a country, ISO 3166-1 alpha-2; default global")
          @RequestParam(required = false)
          @Nullable String region,
      @Parameter(description = "1h, 24h or 7d; default 24h") @RequestParam(required = false)
          @Nullable String timeRange,
      @Parameter(description = "Rows, 1 to 200; default 50") @RequestParam(required = false)
          @Nullable String limit) {
    TrendingQuestion question = TrendingQuestion.of(region, timeRange, limit);
    String key = RedisKeys.trendingReply(question.region(), question.window(), question.limit());
    return replies.open(key, () -> lists.compute(question));
  }
}
