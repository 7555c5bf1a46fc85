package viewstream.query.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is asking.
 *
 * @param channels ids of the channels whose figures they may see
 * @param operator whether they may see all channels and how an answer came about
 */
public record Reader(Set<String> channels, boolean operator) {
  private static final String CHANNELS = "channels";
  private static final String ROLE = "role";
  private static final String OPERATOR_ROLE = "ops";

  public Reader {
    channels = Set.copyOf(channels);
  }

  static Reader of(Jwt token) {
    Object listed = token.getClaims().get(CHANNELS);
    Collection<?> channels = listed instanceof Collection<?> many ? many : List.of();
    return new Reader(
        channels.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet()),
        OPERATOR_ROLE.equals(token.getClaims().get(ROLE)));
  }

  /** Whether the figures of a channel are theirs to see; false where nobody owns them. */
  public boolean maySee(@Nullable String channelId) {
    return channelId != null && (operator || channels.contains(channelId));
  }
}
