package viewstream.ingestion.cmcd;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.PlayerState;

/** The values of {@code sta}. */
final class PlayerStates {
  static final String FATAL = "f";

  private static final Map<String, PlayerState> BY_WORD =
      Map.of(
          "s",
          PlayerState.starting,
          "p",
          PlayerState.playing,
          "k",
          PlayerState.seeking,
          "r",
          PlayerState.buffering,
          "a",
          PlayerState.paused,
          "e",
          PlayerState.ended,
          FATAL,
          PlayerState.fatal,
          "q",
          PlayerState.quit,
          "d",
          PlayerState.preloading,
          "w",
          PlayerState.waiting);

  static final Set<String> WORDS = BY_WORD.keySet();

  private PlayerStates() {}

  /** The state of a word, or null if the standard has none. */
  static @Nullable PlayerState of(@Nullable String word) {
    return word == null ? null : BY_WORD.get(word);
  }
}
