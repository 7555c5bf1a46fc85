package viewstream.ingestion.enrichment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Known crawlers and scripts: a list of patterns, one of which is found in the user agent. Nearly
 * all are plain texts, which are searched for as such: that is ten times as fast.
 */
final class Crawlers {
  private static final Pattern PLAIN =
      Pattern.compile("([^\\\\^$.|?*+()\\[\\]{}]|\\\\[^a-zA-Z0-9])+");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final List<Crawler> crawlers;

  private Crawlers(List<Crawler> crawlers) {
    this.crawlers = List.copyOf(crawlers);
  }

  /**
   * Reads {@code [{"pattern":…,"tags":[…]},…]}.
   *
   * @throws IOException if it is something else
   */
  static Crawlers read(Path file) throws IOException {
    var crawlers = new ArrayList<Crawler>();
    try {
      for (JsonNode entry : JsonMapper.shared().readTree(Files.readAllBytes(file))) {
        boolean library = entry.path("tags").valueStream().anyMatch(Crawlers::isLibrary);
        crawlers.add(
            new Crawler(
                matcher(entry.path("pattern").asString()),
                library ? AgentKind.LIBRARY : AgentKind.ROBOT));
      }
    } catch (JacksonException | PatternSyntaxException unreadable) {
      throw new IOException(unreadable);
    }
    if (crawlers.isEmpty()) {
      throw new IOException("there are no patterns in it");
    }
    return new Crawlers(crawlers);
  }

  /** What a user agent is: a viewer if none of the patterns is in it. */
  AgentKind kindOf(String userAgent) {
    for (Crawler crawler : crawlers) {
      if (crawler.matcher().in(userAgent)) {
        return crawler.kind();
      }
    }
    return AgentKind.VIEWER;
  }

  private static boolean isLibrary(JsonNode tag) {
    return tag.asString().equals("http-library");
  }

  private static Matcher matcher(String pattern) {
    if (PLAIN.matcher(pattern).matches()) {
      String text = ESCAPE.matcher(pattern).replaceAll("$1");
      return userAgent -> userAgent.contains(text);
    }
    Pattern compiled = Pattern.compile(pattern);
    return userAgent -> compiled.matcher(userAgent).find();
  }

  private interface Matcher {
    boolean in(String userAgent);
  }

  private record Crawler(Matcher matcher, AgentKind kind) {}
}
