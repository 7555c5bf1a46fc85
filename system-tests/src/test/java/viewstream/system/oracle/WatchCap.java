package viewstream.system.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;

/** How much of the claimed watch time one view is credited (contract, section 3). */
final class WatchCap {
  private static final long SLACK_MS = 5_000;
  private static final long UNSEEN_MS = 65_000;
  private static final long ONE_SHOT_MS = Duration.ofDays(1).toMillis();

  private final TreeSet<Instant> seen = new TreeSet<>();
  private long totalMs;

  /** The credit of a whole playback in one report. */
  static long oneShot(long claimedMs) {
    return Math.min(claimedMs, ONE_SHOT_MS);
  }

  /** The credit of the next event of the view in order of arrival. */
  long credit(Instant time, long claimedMs) {
    Instant earlier = seen.lower(time);
    seen.add(time);
    long sinceMs =
        earlier == null ? UNSEEN_MS : Duration.between(earlier, time).toMillis() + SLACK_MS;
    long spanMs = Duration.between(seen.first(), seen.last()).toMillis() + UNSEEN_MS;
    long creditMs = Math.max(0, Math.min(Math.min(claimedMs, sinceMs), spanMs - totalMs));
    totalMs += creditMs;
    return creditMs;
  }
}
