package viewstream.query.meta;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.query.freshness.Freshness;
import viewstream.query.freshness.FreshnessSettings;
import viewstream.query.freshness.FreshnessView;
import viewstream.query.freshness.Progress;
import viewstream.query.freshness.Source;
import viewstream.query.metric.Dimension;
import viewstream.query.metric.Metric;
import viewstream.schema.redis.Sink;

/** {@code GET /api/v1/meta/…}: what can be asked, and what combines with what. */
@RestController
@RequestMapping("/api/v1/meta")
@Tag(name = "meta")
class MetaController {
  private final Progress progress;
  private final Clock clock;
  private final FreshnessSettings settings;

  MetaController(Progress progress, Clock clock, FreshnessSettings settings) {
    this.progress = progress;
    this.clock = clock;
    this.settings = settings;
  }

  @Operation(summary = "All metrics: units, definitions, what they combine with")
  @SecurityRequirements
  @GetMapping("/metrics")
  MetricsReply metrics() {
    return new MetricsReply(
        Arrays.stream(Metric.values()).map(MetricEntry::of).toList(), freshness());
  }

  @Operation(summary = "All dimensions: definitions, which metrics they break down")
  @SecurityRequirements
  @GetMapping("/dimensions")
  DimensionsReply dimensions() {
    return new DimensionsReply(
        Arrays.stream(Dimension.values()).map(DimensionEntry::of).toList(), freshness());
  }

  /** How new figures would be if they were asked for now. */
  private FreshnessView freshness() {
    Freshness now =
        new Freshness(
            progress.through(EnumSet.of(Sink.VIDEO_MINUTE, Sink.EVENTS)),
            clock.instant(),
            Source.REALTIME,
            true);
    return FreshnessView.of(now, now.delayed(clock.instant(), settings.dashboard()));
  }

  record MetricsReply(List<MetricEntry> metrics, FreshnessView freshness) {}

  record DimensionsReply(List<DimensionEntry> dimensions, FreshnessView freshness) {}
}
