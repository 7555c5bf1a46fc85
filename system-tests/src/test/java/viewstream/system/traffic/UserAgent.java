package viewstream.system.traffic;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A user agent and the classes that a person reading it would give it. */
public record UserAgent(String text, String device, String os, String browser, Kind kind) {

  /** Who is behind it. */
  public enum Kind {
    VIEWER,
    /** A native app or a server, if the request says so; else a robot. */
    LIBRARY,
    ROBOT
  }

  private static final String CHROMIUM = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/";
  private static final String WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/";

  /** Agents of viewers, the most frequent first. */
  public static final List<UserAgent> VIEWERS =
      List.of(
          viewer(
              "(Windows NT 10.0; Win64; x64) " + CHROMIUM + "137.0.0.0 Safari/537.36",
              "desktop",
              "Windows",
              "Chrome"),
          viewer(
              "(Linux; Android 14; Pixel 8) " + CHROMIUM + "137.0.0.0 Mobile Safari/537.36",
              "mobile",
              "Android",
              "Chrome"),
          viewer(
              "(iPhone; CPU iPhone OS 17_5 like Mac OS X) "
                  + WEBKIT
                  + "17.5 Mobile/15E148 Safari/604.1",
              "mobile",
              "iOS",
              "Safari"),
          viewer(
              "(Macintosh; Intel Mac OS X 10_15_7) " + WEBKIT + "17.5 Safari/605.1.15",
              "desktop",
              "macOS",
              "Safari"),
          viewer(
              "(Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0",
              "desktop",
              "Windows",
              "Firefox"),
          viewer(
              "(Windows NT 10.0; Win64; x64) " + CHROMIUM + "137.0.0.0 Safari/537.36 Edg/137.0.0.0",
              "desktop",
              "Windows",
              "Edge"),
          viewer(
              "(X11; Linux x86_64) " + CHROMIUM + "136.0.0.0 Safari/537.36",
              "desktop",
              "Linux",
              "Chrome"),
          viewer(
              "(X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0",
              "desktop",
              "Linux",
              "Firefox"),
          viewer(
              "(Linux; Android 13; SM-X700) " + CHROMIUM + "137.0.0.0 Safari/537.36",
              "tablet",
              "Android",
              "Chrome"),
          viewer(
              "(iPad; CPU OS 16_6 like Mac OS X) " + WEBKIT + "16.6 Mobile/15E148 Safari/604.1",
              "tablet",
              "iOS",
              "Safari"),
          viewer(
              "(Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
              "mobile",
              "Android",
              "Samsung Internet"),
          viewer(
              "(SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " SamsungBrowser/5.0 Chrome/94.0.4606.31 TV Safari/537.36",
              "tv",
              "Tizen",
              "Samsung Internet"));

  /** Agents whose views are kept and never counted. */
  public static final List<UserAgent> ROBOTS =
      List.of(
          nobody(
              "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
              Kind.ROBOT),
          nobody(
              "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
              Kind.ROBOT),
          nobody(
              "Mozilla/5.0 (X11; Linux x86_64) "
                  + CHROMIUM.replace("Chrome/", "HeadlessChrome/")
                  + "137.0.0.0 Safari/537.36",
              Kind.ROBOT),
          nobody("curl/8.7.1", Kind.LIBRARY));

  /** What native apps and servers send through. */
  public static final UserAgent LIBRARY = nobody("okhttp/4.12.0", Kind.LIBRARY);

  private static final Map<String, UserAgent> KNOWN =
      Stream.of(VIEWERS, ROBOTS, List.of(LIBRARY))
          .flatMap(List::stream)
          .collect(toMap(UserAgent::text, Function.identity()));

  /** The classes of an agent that is in one of the lists above. */
  public static UserAgent of(String text) {
    UserAgent agent = KNOWN.get(text);
    if (agent == null) {
      throw new IllegalArgumentException("no classes were stated for the user agent " + text);
    }
    return agent;
  }

  private static UserAgent viewer(String text, String device, String os, String browser) {
    return new UserAgent("Mozilla/5.0 " + text, device, os, browser, Kind.VIEWER);
  }

  private static UserAgent nobody(String text, Kind kind) {
    return new UserAgent(text, "unknown", "unknown", "unknown", kind);
  }
}
