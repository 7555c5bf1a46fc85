package viewstream.query.freshness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Freshness as it stands in a reply.
 *
 * @param dataThrough null in a reply where it is not known
 */
public record FreshnessView(
    @Nullable Instant dataThrough,
    Instant generatedAt,
    String source,
    boolean exact,
    boolean delayed) {
  /** What to say of an answer that is {@code delayed} or not. */
  public static FreshnessView of(Freshness freshness, boolean delayed) {
    return new FreshnessView(
        freshness.dataThrough(),
        freshness.generatedAt().truncatedTo(ChronoUnit.MILLIS),
        freshness.source().name().toLowerCase(Locale.ROOT),
        freshness.exact(),
        delayed);
  }
}
