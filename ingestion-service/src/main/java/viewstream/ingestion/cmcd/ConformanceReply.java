package viewstream.ingestion.cmcd;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well players keep to the standard.
 *
 * @param since when this process began to count
 * @param players by name and version
 */
record ConformanceReply(Instant since, List<OfPlayer> players) {
  /**
   * One player's reports.
   *
   * @param player as the reporting URL names it, else the browser
   * @param playerVersion as the reporting URL names it
   * @param published became playback events
   * @param notPublished were of no use, such as {@code e=rr}
   * @param rejected could not become events
   * @param issues most frequent first
   */
  record OfPlayer(
      String player,
      String playerVersion,
      long published,
      long notPublished,
      long rejected,
      List<OfIssue> issues) {}

  /**
   * One thing that was found.
   *
   * @param issue its code
   * @param key where; empty if it is not about one key
   * @param count how often
   * @param found the type that stood there the last time, if that was what was wrong; the reason of
   *     the last rejection
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfIssue(String issue, String key, long count, @Nullable String found) {}
}
