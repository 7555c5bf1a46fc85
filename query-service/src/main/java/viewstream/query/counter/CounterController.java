package viewstream.query.counter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import viewstream.query.freshness.FreshnessSettings;
import viewstream.query.http.Id;

/** {@code GET /api/v1/videos/{id}/views}: how often a video was viewed, for everyone. */
@RestController
@Tag(name = "counter")
class CounterController {
  private final ViewCounter counter;
  private final Clock clock;
  private final Duration delayBound;
  private final CacheControl caching;

  CounterController(
      ViewCounter counter, Clock clock, FreshnessSettings freshness, CounterSettings settings) {
    this.counter = counter;
    this.clock = clock;
    this.delayBound = freshness.counter();
    this.caching = CacheControl.maxAge(settings.freshAge()).cachePublic();
  }

  @Operation(summary = "Lifetime views of a video; 0 for one that nobody knows")
  @SecurityRequirements
  @GetMapping("/api/v1/videos/{id}/views")
  ResponseEntity<CounterReply> views(@PathVariable String id) {
    String videoId = Id.video(id);
    ViewCounter.Shown shown = counter.read(videoId);
    ViewCount count = shown.count();
    Instant now = clock.instant();
    boolean delayed = shown.stale() || count.freshness().delayed(now, delayBound);
    long age = Duration.between(count.freshness().generatedAt(), now).toSeconds();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(caching)
        .header(HttpHeaders.AGE, Long.toString(age))
        .body(CounterReply.of(videoId, count, delayed));
  }
}
