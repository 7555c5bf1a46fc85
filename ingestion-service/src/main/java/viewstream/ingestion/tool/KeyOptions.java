package viewstream.ingestion.tool;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import viewstream.ingestion.keys.Quota;
import viewstream.ingestion.validation.Limits;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.KeyKind;
import viewstream.schema.event.KeyQuota;

/** What can be said about a key when it is made, and changed later. */
final class KeyOptions {
  private static final String NONE = "none";

  /** So many seconds' worth of its quota may come at once, unless something else is said. */
  private static final long BURST_SECONDS = 10;

  @Option(
      names = "--origins",
      split = ",",
      paramLabel = "SITE",
      description = "sites that may use a write key, such as https://example.org; none lifts it")
  private @Nullable List<String> origins;

  @Option(
      names = "--quota",
      paramLabel = "EVENTS",
      description = "events per second in the long run; none lifts it")
  private @Nullable String quota;

  @Option(
      names = "--burst",
      paramLabel = "EVENTS",
      description = "events at once after a quiet time (default: ten seconds' worth)")
  private @Nullable Long burst;

  boolean areEmpty() {
    return origins == null && quota == null && burst == null;
  }

  /**
   * Changes a key accordingly.
   *
   * @throws IllegalArgumentException if something makes no sense, with what would
   */
  void applyTo(AccessKey key) {
    if (origins != null) {
      if (key.getKind() == KeyKind.secret) {
        throw new IllegalArgumentException("a secret key is for servers, which have no origin");
      }
      key.setOrigins(
          origins.equals(List.of(NONE))
              ? List.of()
              : origins.stream().map(KeyOptions::origin).toList());
    }
    if (quota != null || burst != null) {
      key.setQuota(NONE.equals(quota) ? null : quota(key.getQuota()));
    }
  }

  private KeyQuota quota(@Nullable KeyQuota before) {
    if (quota == null && before == null) {
      throw new IllegalArgumentException("--burst goes with --quota");
    }
    long perSecond = quota == null ? before.getEventsPerSecond() : number(quota);
    long usual = Math.max(Limits.EVENTS, BURST_SECONDS * perSecond);
    Quota valid = new Quota(perSecond, burst == null ? usual : burst);
    return new KeyQuota(valid.eventsPerSecond(), valid.burst());
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("--quota must be a whole number or none", wrong);
    }
  }

  /** An origin as browsers send it: scheme, host and, where it is not the usual one, port. */
  private static String origin(String text) {
    try {
      URI site = URI.create(text);
      boolean web = "https".equals(site.getScheme()) || "http".equals(site.getScheme());
      if (web
          && site.getHost() != null
          && text.equals(site.getScheme() + "://" + site.getAuthority())) {
        return text;
      }
    } catch (IllegalArgumentException unreadable) {
      // said below
    }
    throw new IllegalArgumentException(
        "an origin must be like https://example.org, without a path: " + text);
  }
}
