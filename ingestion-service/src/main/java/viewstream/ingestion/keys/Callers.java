package viewstream.ingestion.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/** Finds out who calls. Keys are held as SHA-256 hashes only. */
@Component
public final class Callers {
  private static final String BEARER = "Bearer ";

  private final boolean anonymous;
  private final Set<String> writeKeys;
  private final Set<String> secretKeys;
  private final Set<String> origins;

  Callers(KeyProperties properties) {
    this.anonymous = properties.anonymousIngest();
    this.writeKeys = hashed(properties.keys().write());
    this.secretKeys = hashed(properties.keys().secret());
    this.origins =
        properties.keys().origins().stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Who calls, as far as headers and URL tell: a secret key, {@code X-Write-Key}, {@code ?key=}.
   *
   * @return null if no key is given there
   * @throws RefusedException if a key is given that is not known, or not from this site
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
   * @throws RefusedException if it is not known, or there is none and anonymous calls are off
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
   * @throws RefusedException if there is no secret key or it is not known
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
    if (secretKeys.contains(hash(token))) {
      return Caller.SERVER;
    }
    throw new RefusedException(Refusal.UNAUTHENTICATED, "This secret key is not known.");
  }

  private Caller player(String key, HttpServletRequest request) {
    if (!writeKeys.contains(hash(key))) {
      throw new RefusedException(
          Refusal.UNKNOWN_WRITE_KEY, "This write key is not known: use the one of your project.");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (!origins.isEmpty()
        && (origin == null || !origins.contains(origin.toLowerCase(Locale.ROOT)))) {
      throw new RefusedException(
          Refusal.ORIGIN_NOT_ALLOWED, "This write key may not be used from this site.");
    }
    return new Caller(key, false);
  }

  private static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  private static Set<String> hashed(Collection<String> keys) {
    return keys.stream().map(Callers::hash).collect(Collectors.toUnmodifiableSet());
  }

  private static String hash(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
