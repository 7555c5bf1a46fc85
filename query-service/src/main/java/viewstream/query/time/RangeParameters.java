package viewstream.query.time;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that every figure over a range takes, as they stand in the URL.
 *
 * @param timeRange a {@link RelativeRange}; absent without {@code from} → 24h
 * @param from ISO-8601, inclusive
 * @param to ISO-8601, exclusive; absent → now
 * @param tz IANA zone; absent → UTC
 */
public record RangeParameters(
    @Parameter(description = "1h, 24h, 7d, 28d, 90d, 365d or lifetime; default 24h")
        @Nullable String timeRange,
    @Parameter(description = "ISO-8601, inclusive; instead of timeRange") @Nullable String from,
    @Parameter(description = "ISO-8601, exclusive; default now") @Nullable String to,
    @Parameter(description = "IANA time zone; default UTC") @Nullable String tz) {}
