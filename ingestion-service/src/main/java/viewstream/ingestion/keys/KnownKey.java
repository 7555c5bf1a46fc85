package viewstream.ingestion.keys;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a key is good for.
 *
 * @param caller who calls with it
 * @param disabled it is refused
 * @param origins sites that may use it, in lower case; none means all
 */
record KnownKey(Caller caller, boolean disabled, Set<String> origins) {
  KnownKey {
    origins = Set.copyOf(origins);
  }

  static KnownKey of(Caller caller, boolean disabled, Collection<String> origins) {
    return new KnownKey(
        caller,
        disabled,
        origins.stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether it may be used from a site.
   *
   * @param origin as browsers send it; null if there is none
   */
  boolean allows(@Nullable String origin) {
    return origins.isEmpty() || origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
  }
}
