package viewstream.ingestion.enrichment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import viewstream.ingestion.databases.Database;
import viewstream.ingestion.databases.Databases;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.metrics.Fact;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.metrics.Lookup;

/**
 * Describes user agents, each worked out once and remembered. The parser takes seconds to load, so
 * that happens in the background; until then requests that need it are refused, for what they are
 * labelled stays. When more new user agents arrive in a second than there is time for, their labels
 * are {@code unknown} and robots are told from viewers by a few words alone.
 */
public final class UserAgents {
  private static final Logger log = LoggerFactory.getLogger(UserAgents.class);
  private static final Agent NOBODY = Agent.of(AgentKind.ROBOT);
  private static final int LONGEST = 512;
  private static final List<String> TYPICAL =
      List.of(
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/140.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
              + " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1");

  private final Cache<String, Agent> remembered;
  private final Allowance parses;
  private final Database<Crawlers> crawlers;
  private final IngestionMetrics metrics;
  private final Thread loading;

  /** Set once by the loading thread; null until the parser is ready. */
  private volatile @Nullable UserAgentParser parser;

  UserAgents(
      UserAgentProperties properties, Databases databases, IngestionMetrics metrics, Clock clock) {
    this.crawlers = databases.open("crawler-user-agents.json", Crawlers::read);
    this.remembered = Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
    this.parses = new Allowance(properties.maxParsesPerSecond(), clock);
    this.metrics = metrics;
    this.loading = Thread.ofPlatform().daemon().name("user-agents-load").unstarted(this::load);
  }

  /** Begins to load the parser, once. */
  void start() {
    loading.start();
  }

  /** Whether the parser is loaded. */
  public boolean ready() {
    return parser != null;
  }

  /**
   * What a user agent is and runs on.
   *
   * @throws RefusedException {@code unavailable} while the parser is being loaded
   */
  Agent describe(String userAgent) {
    if (userAgent.isBlank()) {
      return NOBODY;
    }
    String key = userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    Agent known = remembered.getIfPresent(key);
    if (known != null) {
      metrics.userAgent(Lookup.CACHED);
      return known;
    }
    UserAgentParser loaded = parser;
    if (loaded == null) {
      throw new RefusedException(
          Refusal.UNAVAILABLE, "the service is starting; send the same again in a moment");
    }
    if (!parses.take()) {
      metrics.userAgent(Lookup.SKIPPED);
      metrics.unknown(Fact.AGENT);
      return Agent.of(AgentKind.atFirstSight(key));
    }
    metrics.userAgent(Lookup.PARSED);
    Agent agent = inspected(key, loaded.parse(key));
    remembered.put(key, agent);
    return agent;
  }

  /** Holds against the list of crawlers who seems to be a viewer. */
  private Agent inspected(String userAgent, Agent agent) {
    Crawlers known = crawlers.current();
    return known == null || agent.kind() != AgentKind.VIEWER
        ? agent
        : agent.as(known.kindOf(userAgent));
  }

  /** A few first parses make the code warm, so that no player has to wait for that. */
  void load() {
    long start = System.nanoTime();
    var loaded = new UserAgentParser();
    TYPICAL.forEach(userAgent -> remembered.put(userAgent, loaded.parse(userAgent)));
    parser = loaded;
    log.atInfo()
        .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
        .log("user agent parser loaded");
  }
}
