package viewstream.system.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the traffic of a scenario: the same traffic for the same scenario. */
public final class Generator {
  private static final double MALFORMED_PERCENT = 0.5;
  private static final int FORGERS = 8;
  private static final List<Duration> WRONG_CLOCKS =
      List.of(Duration.ofHours(-3), Duration.ofHours(26), Duration.ofDays(-400));

  private final Scenario scenario;
  private final Chance chance;
  private final Viewing viewing;
  private final Engagement engagement;
  private final Forgery forgery;
  private final Zipf popularity;
  private final List<Video> videos;
  private final List<Person> people;

  private Generator(Scenario scenario) {
    this.scenario = scenario;
    // Two scenarios of one seed on one fleet must not make the same event ids.
    this.chance = new Chance(scenario.seed() * 31 + scenario.name().hashCode());
    var from = scenario.until().minus(scenario.span());
    this.viewing = new Viewing(chance, from, scenario.until(), scenario.longest());
    this.engagement = new Engagement(chance, from, scenario.until());
    this.forgery = new Forgery(chance, scenario.until().minusSeconds(60));
    this.popularity = new Zipf(scenario.videos());
    this.videos = catalog();
    this.people = people();
  }

  public static Traffic generate(Scenario scenario) {
    return new Generator(scenario).traffic();
  }

  private Traffic traffic() {
    int malformed = (int) (scenario.events() * MALFORMED_PERCENT / 100);
    List<Draft> drafts = new ArrayList<>();
    List<Draft> later = new ArrayList<>();
    for (int i = 0; i < FORGERS; i++) {
      drafts.addAll(forgery.inAnyOrder(chance.of(people), video()));
      List<Draft> pair = forgery.inThisOrder(chance.of(people), video());
      drafts.add(pair.getFirst());
      later.add(pair.getLast());
    }
    for (int view = 4 * FORGERS; view < scenario.views(); view++) {
      Person person = chance.of(people);
      Video video = video();
      drafts.addAll(view(person, video));
      if (chance.percent(15)) {
        drafts.add(engagement.reaction(person, video));
      }
    }
    while (drafts.size() + later.size() + malformed < scenario.events()) {
      drafts.add(engagement.thumbnail(chance.of(people), video()));
    }
    Dispatch dispatch = new Dispatch(chance, scenario, malformed);
    return new Traffic(videos, dispatch.batches(drafts), dispatch.plainBatches(later));
  }

  private List<Draft> view(Person person, Video video) {
    long kind = chance.between(0, 99);
    if (kind < 72) {
      return viewing.playback(person, video);
    } else if (kind < 92) {
      return viewing.report(person, video);
    } else if (kind < 94 && !scenario.plain()) {
      UserAgent agent = chance.ofSkewed(UserAgent.VIEWERS.subList(0, 3));
      return viewing.skewedReport(person, video, Origin.skewed(agent, chance.of(WRONG_CLOCKS)));
    } else if (kind < 98) {
      return viewing.failure(person, video);
    }
    return viewing.repeatedFrame(person, video);
  }

  private Video video() {
    return videos.get(popularity.rank(chance));
  }

  private List<Video> catalog() {
    List<Video> catalog = new ArrayList<>();
    for (int rank = 0; rank < scenario.videos(); rank++) {
      String id = "%s-%04d".formatted(scenario.name(), rank);
      String channel = "%s-channel-%d".formatted(scenario.name(), rank % 10);
      Duration duration =
          Duration.ofSeconds(
              chance.percent(20) ? chance.between(6, 29) : chance.between(30, 1_500));
      catalog.add(new Video(id, channel, duration));
    }
    return List.copyOf(catalog);
  }

  private List<Person> people() {
    List<Person> crowd = new ArrayList<>();
    for (int i = 0; i < Math.max(10, scenario.views() * 2 / 5); i++) {
      crowd.add(Person.random(chance, scenario.name() + "-" + i));
    }
    return List.copyOf(crowd);
  }
}
