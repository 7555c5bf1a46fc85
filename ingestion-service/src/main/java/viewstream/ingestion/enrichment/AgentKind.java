package viewstream.ingestion.enrichment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands behind a user agent. */
public enum AgentKind {
  /** A person, as far as one can tell. */
  VIEWER,
  /** A library for HTTP: an app or a server, if it says so, otherwise a script. */
  LIBRARY,
  /** A robot, a crawler, a browser that nobody looks at, or whoever does not say. */
  ROBOT;

  private static final Set<String> LIBRARIES =
      Set.of(
          "okhttp",
          "curl",
          "libcurl",
          "java",
          "java-http-client",
          "apache-httpclient",
          "jetty",
          "ahc",
          "reactornetty",
          "vert.x",
          "unirest",
          "feign",
          "ktor",
          "dart",
          "python",
          "python-requests",
          "python-urllib",
          "python-httpx",
          "aiohttp",
          "urllib3",
          "go-http-client",
          "axios",
          "node",
          "node-fetch",
          "undici",
          "got",
          "superagent",
          "bun",
          "deno",
          "ruby",
          "faraday",
          "rest-client",
          "guzzlehttp",
          "php",
          "libwww-perl",
          "lwp",
          "wget",
          "httpie",
          "postmanruntime",
          "insomnia",
          "reqwest",
          "hyper",
          "cpp-httplib",
          "cpprestsdk",
          "restsharp",
          "winhttp",
          "alamofire",
          "k6",
          "vegeta",
          "hey",
          "wrk",
          "jakarta commons",
          "symfony httpclient");

  private static final int LONGEST_LIBRARY = 24;

  private static final Pattern ROBOTS =
      Pattern.compile("(?i)headless|phantomjs|(?<!cu)bot\\b|crawler|spider\\b|scraper");

  /** Parts of the words of robots: a search for plain texts costs a tenth of one for a pattern. */
  private static final List<String> HINTS =
      List.of("bot", "Bot", "BOT", "eadless", "rawler", "pider", "craper", "hantom");

  /** What a user agent says of itself at first sight; costs little, however it is. */
  static AgentKind atFirstSight(String userAgent) {
    if (userAgent.isBlank() || hints(userAgent) && ROBOTS.matcher(userAgent).find()) {
      return ROBOT;
    }
    boolean browser = userAgent.startsWith("Mozilla/");
    return !browser && beginsWithLibrary(userAgent) ? LIBRARY : VIEWER;
  }

  /** Whether its first words, up to any place where a word ends, are a library's name. */
  private static boolean beginsWithLibrary(String userAgent) {
    String begin =
        userAgent
            .substring(0, Math.min(userAgent.length(), LONGEST_LIBRARY))
            .toLowerCase(Locale.ROOT);
    for (int end = 1; end <= begin.length(); end++) {
      boolean wordEnds =
          isOfWord(begin.charAt(end - 1))
              && (end == begin.length() || !isOfWord(begin.charAt(end)));
      if (wordEnds && LIBRARIES.contains(begin.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
  }

  private static boolean hints(String userAgent) {
    for (String hint : HINTS) {
      if (userAgent.contains(hint)) {
        return true;
      }
    }
    return false;
  }
}
