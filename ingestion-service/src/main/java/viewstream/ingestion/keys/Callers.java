package viewstream.ingestion.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/**
 * Finds out who calls. Keys stand in the configuration or on the topic {@code write_keys}; a secret
 * key is held as its hash only.
 */
@Component
public final class Callers {
  private static final String BEARER = "Bearer ";

  private final boolean anonymous;
  private final Map<String, KnownKey> configuredKeys;
  private final Map<String, KnownKey> configuredSecrets;
  private final KeyDirectory directory;

  Callers(KeyProperties properties, KeyDirectory directory) {
    KeyProperties.Static keys = properties.keys();
    this.anonymous = properties.anonymousIngest();
    this.configuredKeys =
        keys.write().stream()
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    key -> key, key -> KnownKey.of(new Caller(key, false), false, keys.origins())));
    KnownKey server = KnownKey.of(Caller.SERVER, false, List.of());
    this.configuredSecrets =
        keys.secret().stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(SecretHash::of, key -> server));
    this.directory = directory;
  }

  /**
   * Who calls, as far as headers and URL tell: a secret key, {@code X-Write-Key}, {@code ?key=}.
   *
   * @return null if no key is given there
   * @throws RefusedException if a key is given that is not known, disabled, or not for this site
   */
  public @Nullable Caller identify(HttpServletRequest request) {
    String token = bearer(request);
    if (token != null) {
      return server(token);
    }
    String header = request.getHeader("X-Write-Key");
    String key = header != null ? header : request.getParameter("key");
    return key == null ? null : player(key, request);
  }

  /**
   * Who calls, when headers and URL do not tell.
   *
   * @param bodyKey the key in the body, if there is one
   * @throws RefusedException if it is not known, disabled, or not for this site, or there is none
   *     and anonymous calls are off
   */
  public Caller identify(@Nullable String bodyKey, HttpServletRequest request) {
    if (bodyKey != null) {
      return player(bodyKey, request);
    }
    if (anonymous) {
      return Caller.ANONYMOUS;
    }
    throw new RefusedException(
        Refusal.UNKNOWN_WRITE_KEY,
        "Send the write key in the header X-Write-Key, as ?key=, or as key in the body.");
  }

  /**
   * Makes sure that a server calls.
   *
   * @throws RefusedException if there is no secret key, or it is not known or disabled
   */
  public Caller requireServer(HttpServletRequest request) {
    String token = bearer(request);
    if (token == null) {
      throw new RefusedException(
          Refusal.UNAUTHENTICATED, "Send the secret key as Authorization: Bearer.");
    }
    return server(token);
  }

  private Caller server(String token) {
    KnownKey configured = configuredSecrets.get(SecretHash.of(token));
    KnownKey key = configured != null ? configured : directory.ofSecret(token);
    if (key == null) {
      throw unknown(Refusal.UNAUTHENTICATED, "This secret key is not known.");
    }
    return enabled(key);
  }

  private Caller player(String text, HttpServletRequest request) {
    KnownKey configured = configuredKeys.get(text);
    KnownKey key = configured != null ? configured : directory.ofWriteKey(text);
    if (key == null) {
      throw unknown(
          Refusal.UNKNOWN_WRITE_KEY, "This write key is not known: use the one of your project.");
    }
    if (!key.allows(request.getHeader(HttpHeaders.ORIGIN))) {
      throw new RefusedException(
          Refusal.ORIGIN_NOT_ALLOWED, "This write key may not be used from this site.");
    }
    return enabled(key);
  }

  /** Whoever is told that its key is unknown drops its events: it must be true. */
  private RefusedException unknown(Refusal refusal, String detail) {
    return directory.isComplete()
        ? new RefusedException(refusal, detail)
        : new RefusedException(
            Refusal.UNAVAILABLE,
            "This key is not known, but not all keys are known now; send the same again later.");
  }

  private static Caller enabled(KnownKey key) {
    if (key.disabled()) {
      throw new RefusedException(
          Refusal.DISABLED_KEY,
          "This key has been switched off: stop sending, and ask its owner for another.");
    }
    return key.caller();
  }

  private static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
