package viewstream.ingestion.enrichment;

import java.util.List;
import java.util.regex.Pattern;

/** What stands behind a user agent. */
public enum AgentKind {
  /** A person, as far as one can tell. */
  VIEWER,
  /** A library for HTTP: an app or a server, if it says so, otherwise a script. */
  LIBRARY,
  /** A robot, a crawler, a browser that nobody looks at, or whoever does not say. */
  ROBOT;

  private static final Pattern LIBRARIES =
      Pattern.compile(
          "(?i)(okhttp|curl|libcurl|java|java-http-client|apache-httpclient|jakarta commons"
              + "|jetty|ahc|reactornetty|vert\\.x|unirest|feign|ktor|dart|python|python-requests"
              + "|python-urllib|python-httpx|aiohttp|urllib3|go-http-client|axios|node|node-fetch"
              + "|undici|got|superagent|bun|deno|ruby|faraday|rest-client|guzzlehttp|php"
              + "|symfony httpclient|libwww-perl|lwp|wget|httpie|postmanruntime|insomnia|reqwest"
              + "|hyper|cpp-httplib|cpprestsdk|restsharp|winhttp|alamofire|k6|vegeta|hey|wrk)\\b.*");
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
    return !browser && LIBRARIES.matcher(userAgent).matches() ? LIBRARY : VIEWER;
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
